import CommonMark
import Diagnostics
import Forms
import Site

@testable import Content
@testable import Serving

/// Each takes any bytes, as they could stand in a file or come from a network.
let readers: [String: @Sendable ([UInt8]) -> Void] = [
    "front-matter": { bytes in
        guard let source = text(bytes, "page.md") else { return }
        _ = readPage(source, path: PagePath(file: "page.md"), values: .pending)
    },
    "data": { bytes in
        guard let source = text(bytes, "Content/data/a.yaml"), let name = Identifier("a") else { return }
        _ = readData(source, name: name, values: .pending) { _ in InputFile.text(of: Array("id,name\na,b\n".utf8), shown: "t.csv") }
    },
    "questionnaire": { bytes in
        guard let source = text(bytes, "Content/questionnaires/a.yaml"), let name = Identifier("a"), let today = Day("2026-11-21") else {
            return
        }
        let files = QuestionnaireFiles(name: name, source: source, cases: [])
        let library = Library(
            settings: .none, pages: [], drafts: [], data: [], values: .pending, assets: [], today: today, questionnaires: [files])
        _ = compileQuestionnaires(ResolvedLibrary(library))
    },
    "csv": { bytes in
        guard let source = text(bytes, "Content/data/a.csv") else { return }
        var findings = Findings(values: .pending)
        _ = CSV(source, &findings)
    },
    "drawing": { bytes in
        guard let source = text(bytes, "Content/a.svg") else { return }
        _ = diagnostics(ofDrawing: source)
        _ = PixelSize(ofPicture: bytes)
    },
    "picture": { bytes in
        _ = PixelSize(ofPicture: bytes)
        for ending in ["png", "pdf", "mp3", "mp4"] { _ = FileSignature.fits(ending[...], ByteReader(bytes)) }
    },
    "http": { bytes in _ = RequestParser.parse(bytes) },
]

private func text(_ bytes: [UInt8], _ path: String) -> SourceFile? {
    switch InputFile.text(of: bytes, shown: path) {
    case .success(let source): source
    case .failure: nil
    }
}
