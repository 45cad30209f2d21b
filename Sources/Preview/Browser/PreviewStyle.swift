/// How the preview's boxes and its own pages look; nothing of it is published.
let previewStyle = """
    :host { all: initial; }
    :host section {
      position: fixed; inset-inline: 0; inset-block-end: 0; z-index: 2147483647; box-sizing: border-box;
      max-block-size: 60vh; overflow: auto; padding: 1rem 1.5rem; font: 1rem/1.5 system-ui, sans-serif;
      color: #1a1a1a; background: #fff; border-block-start: 0.4rem solid #8a6100; box-shadow: 0 0 1.5rem #0006;
    }
    :host .errors { border-color: #b3001b; }
    :host .notes { inset-inline: auto 1rem; max-inline-size: 26rem; max-block-size: 30vh; padding: 0.5rem 1rem; font-size: 0.9rem; }
    button {
      float: inline-end; margin-inline-start: 1rem; padding: 0.25rem 0.75rem; font: inherit; color: inherit;
      background: #fff; border: 2px solid #1a1a1a; border-radius: 0.25rem; cursor: pointer;
    }
    button:focus-visible { outline: 3px solid #0b57d0; outline-offset: 2px; }
    h2 { margin: 0 0 0.25rem; font-size: 1.25rem; }
    p { margin: 0.25rem 0; overflow-wrap: anywhere; }
    article { margin-block: 0.75rem; padding-inline-start: 0.75rem; border-inline-start: 0.25rem solid #b3001b; }
    .place { font-family: ui-monospace, monospace; font-size: 0.9rem; }
    .message { font-weight: 600; }
    .warning, .row { border-color: #8a6100; }
    code { overflow-wrap: anywhere; }
    pre { overflow: auto; padding: 0.75rem; border: 1px solid #8888; }
    a { color: #0b57d0; }
    body { max-inline-size: 60rem; margin: 2rem auto; padding-inline: 1rem; font: 1rem/1.5 system-ui, sans-serif; }
    @media (prefers-color-scheme: dark) {
      :host section, button, body { color: #eee; background: #1a1a1a; }
      button { border-color: #eee; }
      a { color: #9ec1ff; }
    }

    """
