// swift-tools-version: 6.3
import PackageDescription

/// The settings of every target of ours: the strictest that the language offers, so that a warning never lands.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

/// For what doesn't run for every page: smaller instead of faster. The program is one file that is to be quick to fetch and to
/// start; it is 540 kB smaller for proofs that take 5 % longer.
let small = settings + [.unsafeFlags(["-Osize"], .when(configuration: .release))]

let package = Package(
    name: "waymark",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "waymark", targets: ["waymark"])],
    dependencies: [
        // Commands, options and their help. Imported by waymark.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        // The Markdown parser, as the system brings it. Imported by CommonMark.
        .systemLibrary(
            name: "CMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
        // The YAML parser, as the system brings it: its events carry every place, and reading stops at any limit of
        // ours, where Yams has composed the whole tree first. Imported by YAML.
        .systemLibrary(
            name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        // The XML parser of browsers, as the system brings it: drawings are judged by what it sees in them. Imported by Drawings.
        .systemLibrary(
            name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
        // The documentation of the rules as bytes of the program, by C23's #embed: `waymark explain` matches its version.
        .target(name: "RulePages", exclude: ["list.py"]),
        .target(name: "Diagnostics", dependencies: ["RulePages"], swiftSettings: settings),
        .target(name: "YAML", dependencies: ["CYAML", "Diagnostics"], swiftSettings: settings),
        .target(name: "CommonMark", dependencies: ["CMark", "Diagnostics"], swiftSettings: settings),
        .target(name: "Drawings", dependencies: ["CExpat"], swiftSettings: small),
        // What any file that people write is read with.
        .target(name: "Forms", dependencies: ["CommonMark", "Diagnostics", "YAML"], swiftSettings: settings),
        .target(
            name: "Content", dependencies: ["CommonMark", "Diagnostics", "Drawings", "Forms", "YAML"], swiftSettings: settings),
        // Starts `git` itself, by posix_spawn: swift-subprocess 1.0.2 with what it needs takes a processor 45 s of a debug build
        // and 50 s of a release one, for one program whose output is read to its end.
        .target(name: "History", dependencies: ["Diagnostics", "Forms"], swiftSettings: small),
        .target(
            name: "Decision", dependencies: ["CommonMark", "Content", "Diagnostics", "Forms", "YAML"], swiftSettings: small),
        .target(name: "Templating", swiftSettings: settings),
        // The default theme as bytes of the program, by C23's #embed: compiled in no time.
        .target(name: "Theme", exclude: ["list.py"]),
        .target(name: "Words", dependencies: ["Diagnostics", "Forms", "Theme", "YAML"], swiftSettings: small),
        .target(name: "Wording", dependencies: ["CommonMark", "Decision", "Forms", "Words"], swiftSettings: small),
        .target(name: "Pictures", dependencies: ["Decision", "Forms", "Wording", "Words"], swiftSettings: small),
        .target(
            name: "Pages",
            dependencies: [
                "CommonMark", "Content", "Decision", "Diagnostics", "Forms", "History", "Pictures", "Templating", "Wording", "Words",
                "YAML",
            ], swiftSettings: settings),
        // SHA-256 for the names of published files, as the system brings it. Imported by Site.
        .systemLibrary(
            name: "CCrypto", pkgConfig: "nettle", providers: [.apt(["nettle-dev"]), .brew(["nettle"])]),
        .target(
            name: "Search", dependencies: ["CommonMark", "Content", "Diagnostics", "Forms"], swiftSettings: settings),
        // The atomic exchange of two folders, which Swift does not import from the C library.
        .target(name: "CExchange"),
        // gzip and brotli for published copies: zlib linked, libbrotlienc opened when a site asks for it. Imported by Site.
        .target(name: "CPacked", linkerSettings: [.linkedLibrary("z")]),
        .target(
            name: "Site",
            dependencies: [
                "CCrypto", "CExchange", "CommonMark", "CPacked", "Content", "Decision", "Diagnostics", "Forms", "History", "Pages",
                "Search", "Wording", "Words",
            ],
            swiftSettings: small),
        .target(
            name: "Moving", dependencies: ["CommonMark", "Content", "Decision", "Diagnostics", "Forms", "Pages", "Site", "YAML"],
            swiftSettings: small),
        // What is different between two versions of a site.
        .target(
            name: "Differences",
            dependencies: [
                "CommonMark", "Content", "Decision", "Diagnostics", "Forms", "History", "Pages", "Site", "Templating", "Wording", "Words",
                "YAML",
            ], swiftSettings: small),
        // HTTP for external addresses: a shim of ours that opens libcurl at run time, because linking it would make every
        // command start five times as slowly. Imported by Outside.
        .target(name: "CCurl"),
        .target(
            name: "Outside", dependencies: ["CCurl", "CommonMark", "Content", "Decision", "Diagnostics", "Forms", "Site"],
            swiftSettings: small),
        // gzip, as the system brings it: logs are kept compressed. Imported by Statistics.
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .target(
            name: "Statistics", dependencies: ["CZlib", "Content", "Decision", "Diagnostics", "Forms", "Pages", "Search", "Templating"],
            swiftSettings: small),
        .target(
            name: "Scaffold", dependencies: ["Content", "Decision", "Diagnostics", "Forms", "Pages", "Site"], swiftSettings: small),
        // Its HTTP is its own: a request line of 200 kB stops FlyingFox 0.27.1, and 200 half requests keep all others
        // waiting for five seconds; it limits neither.
        .target(name: "Serving", dependencies: ["Diagnostics"], swiftSettings: small),
        // All of `waymark serve` but the server, in one room: its pages, what it keeps between two looks at a site, its loop.
        .target(
            name: "Previewing",
            dependencies: [
                "CommonMark", "Content", "Decision", "Diagnostics", "Forms", "History", "Pages", "Serving", "Site", "Templating", "Words",
            ], swiftSettings: small),
        .executableTarget(
            name: "waymark",
            dependencies: [
                "Content", "Decision", "Diagnostics", "Differences", "Forms", "History", "Moving", "Outside", "Pictures", "Previewing",
                "Scaffold", "Search", "Site",
                "Statistics", "Wording", "Words",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: small,
            // The toolchain's own linker: the places that the system has to adjust when it loads the program take it 12 kB (RELR)
            // where the default linker needs 1.4 MB.
            linkerSettings: [
                .unsafeFlags(
                    ["-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs"],
                    .when(platforms: [.linux], configuration: .release))
            ]),
        .testTarget(
            name: "CommonMarkTests", dependencies: ["CMark", "CommonMark", "Diagnostics"], swiftSettings: settings),
        .testTarget(
            name: "DecisionTests",
            dependencies: ["CommonMark", "Content", "Decision", "Diagnostics", "Forms", "Pictures", "Wording", "Words", "YAML"],
            swiftSettings: settings),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: settings),
        .testTarget(name: "YAMLTests", dependencies: ["Diagnostics", "YAML"], swiftSettings: settings),
        .testTarget(
            name: "ContentTests", dependencies: ["CommonMark", "Content", "Diagnostics", "Drawings", "Forms", "YAML"],
            swiftSettings: settings),
        .testTarget(name: "FormsTests", dependencies: ["CommonMark", "Diagnostics", "Forms", "YAML"], swiftSettings: settings),
        .testTarget(name: "TemplatingTests", dependencies: ["Templating"], swiftSettings: settings),
        .testTarget(name: "WordsTests", dependencies: ["Forms", "Words"], swiftSettings: settings),
        .testTarget(name: "HistoryTests", dependencies: ["Diagnostics", "Forms", "History"], swiftSettings: settings),
        .testTarget(
            name: "PagesTests",
            dependencies: ["Content", "Decision", "Diagnostics", "Forms", "History", "Pages", "Templating", "Wording", "Words"],
            swiftSettings: settings),
        .testTarget(
            name: "SearchTests", dependencies: ["CommonMark", "Content", "Diagnostics", "Forms", "Search"], swiftSettings: settings),
        .testTarget(
            name: "BuildTests", dependencies: ["CommonMark", "Content", "Decision", "Diagnostics", "Forms", "Site", "YAML"],
            swiftSettings: settings),
        .testTarget(name: "MovingTests", dependencies: ["Content", "Diagnostics", "Forms", "Moving"], swiftSettings: settings),
        .testTarget(name: "OutsideTests", dependencies: ["Content", "Diagnostics", "Forms", "Outside"], swiftSettings: settings),
        .testTarget(
            name: "StatisticsTests", dependencies: ["Content", "Diagnostics", "Forms", "Pages", "Statistics"], swiftSettings: settings),
        .testTarget(
            name: "ScaffoldTests", dependencies: ["Content", "Diagnostics", "Forms", "Scaffold", "Site"], swiftSettings: settings),
        .testTarget(name: "ServingTests", dependencies: ["Diagnostics", "Serving"], swiftSettings: settings),
        .testTarget(
            name: "PreviewingTests", dependencies: ["Content", "Diagnostics", "Forms", "Pages", "Previewing", "Serving", "Site"],
            swiftSettings: settings),
        .testTarget(
            name: "FuzzTests", dependencies: ["CommonMark", "Content", "Diagnostics", "Forms", "Serving", "Site"], path: "Tests/FuzzTests",
            swiftSettings: settings),
        .testTarget(name: "RepositoryTests", dependencies: ["Diagnostics", "Pages", "Words"], swiftSettings: settings),
    ],
    cLanguageStandard: .c2x
)

// What `Tests/fuzz` builds: the readers under a fuzzer, which only that command links.
if Context.environment["WAYMARK_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "Fuzz", dependencies: ["CommonMark", "Content", "Diagnostics", "Forms", "Serving", "Site"], path: "Tests/FuzzTarget"))
}
