import Forms
import Site

extension Start {
    /// A site: settings, a front page with a questionnaire, a section with a page.
    ///
    /// What is in the folder already stays: a repository often has a README before it has a site.
    ///
    /// - Parameter folder: where it is made, as the author wrote it.
    package static func site(at folder: String) throws(Refusal) -> Start {
        let site = AuthoredFiles(root: folder)
        guard !site.exists("Content") else {
            throw Refusal(
                message: "\(joined(folder == "." ? "" : folder, "Content")) already exists",
                help: "choose another folder, or add to that site with `waymark new page PATH`")
        }
        let name = absolute(folder).split(separator: "/").last.map(String.init) ?? ""
        let title = Names.title(name)
        var start = Start()
        for file in files(title: title) {
            if site.exists(file.path) { start.kept.append(file.path) } else { start.files.append(file) }
        }
        start.addSchemas(of: ["site", "questionnaire", "cases"], to: site)
        if folder != "." { start.next.append("cd \(quoted(folder))") }
        if start.kept.contains(".gitignore") { start.next.append("add a line Public/ to .gitignore: every build makes that folder again") }
        start.next += [
            "waymark serve: the site in your browser, updated whenever you save a file",
            "write Content/site.yaml and Content/index.md in your own words",
            "waymark new page returns/how, waymark new questionnaire refund, waymark new data faq questions: more of it",
        ]
        return start
    }

    /// A folder as a shell takes it.
    private static func quoted(_ folder: String) -> String {
        let isPlain = folder.utf8.allSatisfy { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || "/._-".utf8.contains(byte)
        }
        return isPlain ? folder : "'" + folder.replacing("'", with: "'\\''") + "'"
    }

    private static func files(title: String) -> [AuthoredFiles.File] {
        [
            AuthoredFiles.File(
                "Content/site.yaml",
                SchemaFile.comment("site", in: "Content") + """
                    title: \(Names.yaml(title))
                    # summary: one sentence on what the site is for
                    # address: https://www.example.org/help/
                    # contact: desk@example.org
                    language: en

                    """),
            AuthoredFiles.File("Content/index.md", frontPage(title)),
            AuthoredFiles.File("Content/guide/index.md", section),
            AuthoredFiles.File("Content/guide/writing.md", writing),
            AuthoredFiles.File("Content/questionnaires/who-can-help.yaml", questionnaire),
            AuthoredFiles.File("Content/questionnaires/who-can-help.cases.yaml", whoCases),
            AuthoredFiles.File(".gitignore", "Public/\n"),
            AuthoredFiles.File(
                "README.md",
                """
                # \(title)

                The texts are in `Content/`. `waymark serve` shows the site while you write, `waymark check` finds mistakes, and
                `waymark build` makes it in `Public/`, to be put on any web server.

                """),
        ]
    }

    private static func frontPage(_ title: String) -> String {
        """
        ---
        title: \(Names.yaml(title))
        summary: What to do, and whom to ask.
        layout: home
        ---

        {{ questionnaire who-can-help }}

        """
    }

    private static let section = """
        ---
        title: Guide
        summary: How this site is written.
        layout: list
        ---

        The pages of this section.

        """

    private static let writing = """
        ---
        title: Writing a page
        summary: Headings, links and tables, by example.
        ---

        This page is `Content/guide/writing.md`: its path is its address. Save it while `waymark serve` runs, and the browser
        shows what changed.

        ## Links

        A link names the file, as on a Git host: [the guide](index.md), or a questionnaire: [who can help?](questionnaire:who-can-help).
        Every link is checked before anything is published.

        ## Tables and notes

        | you have | you get |
        |---|---|
        | a question | an answer |
        | a mistake in a file | a message with its line, and what to do about it |

        > [!TIP]
        > Start with the answer, then say why.

        """

    private static let questionnaire =
        SchemaFile.comment("questionnaire", in: "Content/questionnaires") + """
            kind: questionnaire
            title: Who can help me?
            summary: Two questions at most.

            questions:
              topic:
                ask: What is it about?
                one-of:
                  order: An order
                  other: Something else
              number:
                ask: Do you have the number of the order?
                hint: It stands on the receipt.
                ask-if: {topic: order}

            outcomes:
              desk:
                title: The service desk finds it for you
                tone: good
                text: Have the number at hand when you call.
              receipt:
                title: Look for the receipt first
                tone: caution
                text: The number stands on it, and without it nobody finds the order.
              write:
                title: Write to us
                tone: neutral
                text: You hear from us on the next working day.

            rules:
              - {if: {topic: order, number: yes}, then: desk}
              - {if: {topic: order, number: no}, then: receipt}
              - {if: {topic: other}, then: write}

            """

    private static let whoCases =
        SchemaFile.comment("cases", in: "Content/questionnaires") + """
            - name: an order with its number
              answers: {topic: order, number: yes}
              outcome: desk

            - name: an order without its number
              answers: {topic: order, number: no}
              outcome: receipt

            - name: anything else
              answers: {topic: other}
              outcome: write

            """
}
