package import Diagnostics
import Drawings
import Forms

/// `asset/active`: an SVG file that runs scripts or loads other files is a program, not a picture; and of one that is
/// not XML nobody can tell.
func checkDrawings(_ library: Library) -> [Diagnostic] {
    library.assets.filter(\.isDrawing).flatMap { asset in
        let shown = "Content/" + asset.path
        return switch InputFile.text(asset.file, shown: shown) {
        case .failure(let refusal): [refusal.diagnostic]
        case .success(let source): diagnostics(ofDrawing: source)
        }
    }
}

extension Asset {
    /// Whether browsers take the file as a drawing.
    package var isDrawing: Bool { path.hasSuffix(".svg") }
}

/// What is wrong with a drawing.
package func diagnostics(ofDrawing source: SourceFile) -> [Diagnostic] {
    faults(ofDrawing: source.bytes).map { fault in
        Diagnostic("asset/active", fault.message, at: SourceRange(source, fault.place), help: fault.help)
    }
}
