import Content
import Forms
package import Site

extension Start {
    /// A questionnaire with its cases.
    package static func questionnaire(_ name: String, site: AuthoredFiles, folder: String) throws(Refusal) -> Start {
        try requireSite(site, at: folder)
        let id = try Names.id(name, of: "a questionnaire", in: QuestionnaireFiles.folder)
        let file = "Content/\(QuestionnaireFiles.folder)/\(id)"
        try refuseExisting(file + ".yaml", in: site)
        try refuseExisting(file + ".cases.yaml", in: site)
        var start = Start()
        start.files = [
            AuthoredFiles.File(file + ".yaml", questionnaire(title: Names.question(id.description))),
            AuthoredFiles.File(file + ".cases.yaml", cases),
        ]
        start.addSchemas(of: ["questionnaire", "cases"], to: site)
        let shown = joined(folder == "." ? "" : folder, file)
        start.next = [
            "write your questions, outcomes and rules in \(shown).yaml; `waymark ask \(id)` tries them out",
            "write in \(shown).cases.yaml which answers must lead where; `waymark test \(id)` and every build run these cases",
            "put it into a page: {{ questionnaire \(id) }} alone in a paragraph; it also has a page of its own, /questionnaires/\(id)/",
        ]
        return start
    }

    private static func questionnaire(title: String) -> String {
        SchemaFile.comment("questionnaire", in: "Content/questionnaires") + """
            kind: questionnaire
            title: \(Names.yaml(title))
            summary: For everybody who bought something from us.

            questions:                    # asked in this order, and only while the answer can change the result
              used:
                ask: Have you used it?    # without options: yes or no
              bought:
                ask: When did you buy it?
                one-of:
                  recently: Up to 30 days ago
                  earlier: Earlier

            outcomes:
              send-back:
                title: You can send it back
                tone: good                # good, caution, bad or neutral
                text: Pack it up and write to us.
              ask-us:
                title: Ask us first
                tone: caution
                text: We look at each case.

            rules:                        # every combination of answers has to end somewhere; `waymark check` proves it
              - {if: {used: no, bought: recently}, then: send-back}
              - {else: ask-us}

            """
    }

    private static var cases: String {
        SchemaFile.comment("cases", in: "Content/questionnaires") + """
            - name: unused and new
              answers: {used: no, bought: recently}
              outcome: send-back

            - name: unused, but bought long ago
              answers: {used: no, bought: earlier}
              outcome: ask-us

            - name: who has used it is not asked anything else
              answers: {used: yes}
              outcome: ask-us

            """
    }
}
