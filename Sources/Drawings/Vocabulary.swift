/// What drawings may be made of (SVG 2 and SVG 1.1): all that draws, nothing that runs, moves or fetches.
enum Vocabulary {
    static let svg = "http://www.w3.org/2000/svg"
    static let xlink = "http://www.w3.org/1999/xlink"
    static let xml = "http://www.w3.org/XML/1998/namespace"

    static let elements = words(
        """
        a circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix
        feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
        feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile
        feTurbulence filter flowPara flowRegion flowRoot flowSpan font font-face font-face-name g glyph hatch hatchpath hkern
        image line linearGradient marker mask mesh meshgradient meshpatch meshrow metadata missing-glyph path pattern
        polygon polyline radialGradient rect solidColor stop style svg switch symbol text textPath title tref tspan use view vkern
        """)

    /// Of elements of SVG, without a namespace. `href` and `style` are looked into by rules of their own.
    static let attributes = words(
        """
        accent-height alignment-baseline amplitude ascent azimuth baseFrequency baseProfile baseline-shift bbox bias block-progression
        cap-height class clip clip-path clip-rule clipPathUnits color color-interpolation color-interpolation-filters
        color-profile color-rendering content contentScriptType contentStyleType cursor cx cy d descent diffuseConstant
        direction display divisor dominant-baseline dx dy edgeMode elevation enable-background exponent
        externalResourcesRequired fill fill-opacity fill-rule filter filterRes filterUnits flood-color flood-opacity focusable
        font font-family font-feature-settings font-size font-size-adjust font-stretch font-style font-variant font-weight fr fx
        fy g1 g2 glyph-name glyph-orientation-horizontal glyph-orientation-vertical gradientTransform gradientUnits
        height horiz-adv-x horiz-origin-x href id image-rendering in in2 inline-size intercept isolation k k1 k2 k3 k4 kernelMatrix
        kernelUnitLength kerning lang lengthAdjust letter-spacing lighting-color limitingConeAngle line-height marker marker-end
        marker-mid marker-start markerHeight markerUnits markerWidth mask mask-type maskContentUnits maskUnits media method
        mix-blend-mode mode name numOctaves offset opacity operator order orient overflow overline-position overline-thickness
        paint-order panose-1 path pathLength patternContentUnits patternTransform patternUnits pointer-events points
        pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY rel
        requiredExtensions requiredFeatures result role rotate rx ry scale seed shape-inside shape-margin shape-padding
        shape-rendering side slope solid-color solid-opacity spacing specularConstant specularExponent spreadMethod
        startOffset stdDeviation stemh stemv stitchTiles stop-color stop-opacity strikethrough-position strikethrough-thickness
        stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity
        stroke-width style surfaceScale systemLanguage tabindex tableValues target targetX targetY text-align text-anchor
        text-decoration text-indent text-orientation text-overflow text-rendering textLength title transform transform-box
        transform-origin type u1 u2 underline-position underline-thickness unicode unicode-bidi unicode-range units-per-em
        values vector-effect version vert-adv-y vert-origin-x vert-origin-y viewBox visibility white-space width widths
        word-spacing writing-mode x x-height x1 x2 xChannelSelector y y1 y2 yChannelSelector z zoomAndPan
        """)

    /// What people read or programs keep: no browser takes an address from it.
    static let plainText: Set = ["class", "content", "id", "lang", "name", "role", "title", "unicode", "glyph-name"]

    /// Namespaces in which drawing programs keep what only they read: browsers know none of their words.
    static let notes: Set = [
        "http://creativecommons.org/ns#", "http://inkscape.sourceforge.net/DTD/sodipodi-0.dtd",
        "http://ns.adobe.com/AdobeIllustrator/10.0/", "http://ns.adobe.com/AdobeSVGViewerExtensions/3.0/",
        "http://ns.adobe.com/Extensibility/1.0/", "http://ns.adobe.com/Flows/1.0/", "http://ns.adobe.com/GenericCustomNamespace/1.0/",
        "http://ns.adobe.com/Graphs/1.0/", "http://ns.adobe.com/ImageReplacement/1.0/", "http://ns.adobe.com/SaveForWeb/1.0/",
        "http://ns.adobe.com/Variables/1.0/", "http://ns.adobe.com/XPath/1.0/", "http://ns.adobe.com/pdf/1.3/",
        "http://ns.adobe.com/photoshop/1.0/", "http://ns.adobe.com/xap/1.0/", "http://ns.adobe.com/xap/1.0/g/",
        "http://ns.adobe.com/xap/1.0/g/img/", "http://ns.adobe.com/xap/1.0/mm/", "http://ns.adobe.com/xap/1.0/rights/",
        "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#", "http://ns.adobe.com/xap/1.0/sType/ResourceRef#",
        "http://ns.adobe.com/xmp/Identifier/qual/1.0/", "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/",
        "http://schemas.microsoft.com/visio/2003/SVGExtensions/", "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
        "http://vectornator.io", "http://web.resource.org/cc/", "http://www.bohemiancoding.com/sketch/ns",
        "http://www.figma.com/figma/ns", "http://www.inkscape.org/namespaces/inkscape", "http://www.serif.com/",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/2000/01/rdf-schema#", "http://xml.openoffice.org/svg/export",
        "adobe:ns:meta/", "https://boxy-svg.com", "https://www.vectornator.io", "http://www.vectornator.io",
    ]

    private static func words(_ text: String) -> Set<String> {
        Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
    }
}
