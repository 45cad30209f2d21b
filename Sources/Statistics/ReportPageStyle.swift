extension StatisticsReport {
    /// How the page looks, in the colours of Waymark's own theme, light and dark.
    static let style = """
        :root { color-scheme: light dark; --text: #151c19; --soft: #4f5d56; --ground: #fff; --line: #ccd5d0; --track: #e4eae6; --bar: #0b5b49; }
        @media (prefers-color-scheme: dark) {
          :root { --text: #e4eae6; --soft: #98a69f; --ground: #151c19; --line: #35413b; --track: #232c28; --bar: #7fd4b8; }
        }
        body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
        main { max-width: 48rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
        h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 1rem; }
        h2 { font-size: 1.25rem; line-height: 1.3; margin: 0 0 0.25rem; }
        h1, h2, th, p { overflow-wrap: anywhere; }
        p { margin: 0 0 0.25rem; color: var(--soft); }
        section { margin-block-start: 2.5rem; break-inside: avoid; }
        table { width: 100%; border-collapse: collapse; }
        th, td { padding: 0.5rem 0; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top; font-weight: normal; }
        thead th { color: var(--soft); font-size: 0.875rem; }
        tbody th { width: 100%; }
        td, thead th:not(:first-child) { padding-inline-start: 1rem; text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
        small { display: block; color: var(--soft); font-size: 0.875rem; }
        svg { display: block; width: 100%; height: 0.5rem; margin-block-start: 0.375rem; background: var(--track); }
        rect { fill: var(--bar); }
        @media (forced-colors: active) { svg { border: 1px solid CanvasText; } rect { fill: CanvasText; } }
        @media print { svg, rect { print-color-adjust: exact; } }
        """
}
