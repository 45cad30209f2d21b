/// The names that templates may use: those of the views, and no others. A test holds them against the default theme.
enum TemplateKeys {
    static let all: Set<String> = [
        // Every page.
        "root", "assets", "style", "favicon", "scripts", "words", "site", "title", "homeURL", "sections", "url", "current",
        "searchURL", "isOffline", "policy",
        "noticeHTML", "footerLinks", "page", "language", "direction", "documentTitle", "summary", "socialType",
        "canonical",
        "noindex", "structuredData", "reportURL",
        // Layouts.
        "breadcrumbs", "navigationHTML", "contentHTML", "outline", "items", "id", "children", "facts", "owner",
        "effective", "effectiveFrom",
        "reviewed", "date", "text", "changed", "editURL", "pager", "previous", "next", "parts", "titleHTML", "pages",
        "navigation", "overview", "articles", "documentURL", "changes", "what", "olderText", "allURL", "due", "expires",
        // Blocks.
        "name", "arrangements", "label", "hintHTML", "needs", "paths", "arrangement", "noteHTML", "itemHTML", "whyHTML",
        "columns", "note", "rows", "labelHTML", "cells", "mark", "word", "textHTML", "notes", "anchor", "number",
        "groups",
        "heading", "entries", "href", "address", "email", "phone", "forHTML", "approximate", "questions", "question",
        "answerHTML", "terms", "term", "short", "also", "definitionHTML", "seeHTML", "attributes", "countText", "countForms",
        "products", "nothingFoundHTML", "level", "levelBelow", "category", "values", "type", "unit", "header", "value",
        // Questionnaires.
        "questionnaire", "policyURL", "policyRows", "isFirst", "dataURL", "version", "step", "ask", "options", "answer", "isFront",
        "questionnaireHTML",
        "jumps", "redirect", "to", "queries", "targets", "oldQueries", "results", "isSingle", "isPart", "decision", "outcomes", "tone",
        "cites", "policy", "who", "more", "decisions", "match", "when",
        "condition", "only",
        "answers", "folded", "diagrams", "svgURL", "width", "height", "lines",
    ]
}
