internal import CMark

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// libcmark's tree of a text. All calls to C are in this file; what leaves it are values.
@safe struct CMarkDocument: ~Copyable {
    private let root: OpaquePointer?
    private let textBytes: Int

    /// Parses UTF-8 text; zero bytes become U+FFFD, as the specification asks.
    init(_ text: [UInt8]) {
        textBytes = text.count
        unsafe root = text.withUnsafeBufferPointer { buffer in
            unsafe buffer.withMemoryRebound(to: CChar.self) {
                unsafe cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT)
            }
        }
    }

    deinit {
        if let root = unsafe root { unsafe cmark_node_free(root) }
    }

    /// Copies the tree out, its strings after `bytes`; nodes nested deeper than the limit are left out.
    ///
    /// - Parameter emptyTitles: whether some title may be written and empty, which takes longer to tell.
    func tree(behind bytes: [UInt8], emptyTitles: Bool) -> (tree: Tree, tooDeepLine: Int?) {
        var copy = CMarkCopy(bytes: bytes, textBytes: textBytes, emptyTitles: emptyTitles)
        guard let root = unsafe root, let iterator = unsafe cmark_iter_new(root) else {
            copy.builder.enter(TreeNode(kind: .document))
            copy.builder.leave()
            return (copy.builder.tree, nil)
        }
        defer { unsafe cmark_iter_free(iterator) }
        while true {
            let event = unsafe cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE else { break }
            guard let node = unsafe cmark_iter_get_node(iterator) else { continue }
            if event == CMARK_EVENT_ENTER { unsafe copy.enter(node) } else { copy.leave() }
        }
        return (copy.builder.tree, copy.tooDeepLine)
    }
}

/// A copy of libcmark's tree that is being made.
private struct CMarkCopy {
    /// The copy so far.
    var builder: TreeBuilder
    let emptyTitles: Bool
    /// The first line with a node that was left out.
    var tooDeepLine: Int?
    /// How many open nodes are below the limit and therefore not copied.
    private var skipped = 0
    private var lastLine = 1

    init(bytes: [UInt8], textBytes: Int, emptyTitles: Bool) {
        builder = TreeBuilder(bytes: bytes)
        builder.reserve(textBytes: textBytes)
        self.emptyTitles = emptyTitles
    }

    /// Copies a node whose children come next.
    @unsafe mutating func enter(_ node: OpaquePointer) {
        let type = unsafe cmark_node_get_type(node)
        let kind = kind(of: type)
        let isLeaf = kind.isLeaf
        if builder.depth >= Limits.depth {
            if !isLeaf { skipped += 1 }
            if tooDeepLine == nil { tooDeepLine = lastLine }
            return
        }
        var copy = TreeNode(kind: kind)
        unsafe fill(&copy, from: node)
        if isLeaf { builder.add(copy) } else { builder.enter(copy) }
    }

    /// Ends the node entered last.
    mutating func leave() {
        if skipped > 0 { skipped -= 1 } else { builder.leave() }
    }

    @unsafe private mutating func fill(_ copy: inout TreeNode, from node: OpaquePointer) {
        if !copy.kind.isInline { unsafe fillPlace(&copy, from: node) }
        switch copy.kind {
        case .text, .code, .htmlInline, .htmlBlock:
            copy.text = unsafe store(cmark_node_get_literal(node))
        case .codeBlock:
            copy.text = unsafe store(cmark_node_get_fence_info(node))
            copy.title = unsafe store(cmark_node_get_literal(node))
        case .heading:
            copy.level = UInt8(clamping: unsafe cmark_node_get_heading_level(node))
        case .list:
            if unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST { copy.flags.insert(.ordered) }
            if unsafe cmark_node_get_list_tight(node) != 0 { copy.flags.insert(.tight) }
            copy.number = Int32(clamping: unsafe cmark_node_get_list_start(node))
        case .link, .image:
            unsafe fillLink(&copy, from: node)
        default: break
        }
    }

    @unsafe private mutating func fillPlace(_ copy: inout TreeNode, from node: OpaquePointer) {
        copy.line = Int32(clamping: unsafe cmark_node_get_start_line(node))
        copy.lastLine = Int32(clamping: unsafe cmark_node_get_end_line(node))
        copy.column = Int32(clamping: unsafe cmark_node_get_start_column(node))
        lastLine = Int(copy.line)
    }

    @unsafe private mutating func fillLink(_ copy: inout TreeNode, from node: OpaquePointer) {
        copy.text = unsafe store(cmark_node_get_url(node))
        copy.title = unsafe store(cmark_node_get_title(node))
        if !copy.title.isEmpty || emptyTitles, unsafe hasTitle(node, copy) { copy.flags.insert(.titled) }
        guard copy.kind == .link, let child = unsafe cmark_node_first_child(node),
            unsafe cmark_node_next(child) == nil, unsafe cmark_node_get_type(child) == CMARK_NODE_TEXT
        else { return }
        // An autolink is its text and two angle brackets; any other link has more around its text, except for
        // `[x]`, whose text is hardly ever its own destination.
        let literal = unsafe cmark_node_get_literal(child).map {
            unsafe UnsafeBufferPointer(start: $0, count: strlen($0))
        }
        guard unsafe width(of: node) == width(of: child) + 2, let literal = unsafe literal else { return }
        let text = unsafe literal.withMemoryRebound(to: UInt8.self) { unsafe Array($0) }
        let url = builder.tree[copy.text]
        if url.elementsEqual(text) || url.elementsEqual(Array("mailto:".utf8) + text) { copy.flags.insert(.autolink) }
    }

    /// Whether a title was written, be it empty: libcmark gives the same for none and for `""`, but prints them apart.
    @unsafe private func hasTitle(_ node: OpaquePointer, _ copy: TreeNode) -> Bool {
        if !copy.title.isEmpty { return true }
        guard let html = unsafe cmark_render_html(node, CMARK_OPT_DEFAULT) else { return false }
        defer { unsafe free(html) }
        let length = unsafe strlen(html)
        let bytes = unsafe UnsafeBufferPointer(start: html, count: length).map { UInt8(bitPattern: $0) }
        let tag = bytes.prefix { $0 != UInt8(ascii: ">") }
        // Nothing else in a tag has two quotes after a title: they are escaped in the other attributes.
        return tag.reversed().drop { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: " ") }.starts(
            with: "\"\"=eltit ".utf8)
    }

    @unsafe private mutating func store(_ string: UnsafePointer<CChar>?) -> Run {
        guard let string = unsafe string else { return Run() }
        let buffer = unsafe UnsafeBufferPointer(start: string, count: strlen(string))
        return unsafe buffer.withMemoryRebound(to: UInt8.self) { unsafe builder.tree.store($0) }
    }

    /// How many columns an inline takes: the one thing about inline places that libcmark gets right.
    @unsafe private func width(of node: OpaquePointer) -> Int {
        Int(unsafe cmark_node_get_end_column(node)) - Int(unsafe cmark_node_get_start_column(node)) + 1
    }

    private func kind(of type: cmark_node_type) -> TreeNode.Kind {
        switch type {
        case CMARK_NODE_BLOCK_QUOTE: .blockQuote
        case CMARK_NODE_LIST: .list
        case CMARK_NODE_ITEM: .item
        case CMARK_NODE_CODE_BLOCK: .codeBlock
        case CMARK_NODE_HTML_BLOCK: .htmlBlock
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_HEADING: .heading
        case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
        case CMARK_NODE_TEXT: .text
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_LINEBREAK: .lineBreak
        case CMARK_NODE_CODE: .code
        case CMARK_NODE_HTML_INLINE: .htmlInline
        case CMARK_NODE_EMPH: .emphasis
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_LINK: .link
        case CMARK_NODE_IMAGE: .image
        default: .document
        }
    }
}

extension TreeNode.Kind {
    /// Whether libcmark's iterator enters it without leaving it.
    fileprivate var isLeaf: Bool {
        switch self {
        case .codeBlock, .htmlBlock, .thematicBreak, .text, .softBreak, .lineBreak, .code, .htmlInline: true
        default: false
        }
    }
}
