import Diagnostics

/// How much a site may hold: far above any real one, so that a mistake or an attack ends in a message.
package enum Limits {
    /// Bytes of one page or data file.
    package static let textBytes = 4 << 20
    /// Bytes of one file that is published as it is: a picture or a form to print.
    package static let assetBytes = 64 << 20
    /// Bytes of a picture that nobody is told about: a second of a phone's time on a slow network.
    package static let pictureBytes = 1_000_000
    /// The same of its longer side in pixels: what the largest screens show.
    package static let pictureSide = 5_000
    /// Folders inside one another.
    package static let folderDepth = 16
    /// Files and folders in a site.
    package static let entries = 1_000_000
    /// Bytes of a file's or folder's name: file systems take 255, and compressed copies add an ending.
    package static let nameBytes = 200
    /// Values that name one another in their wording, one after the other.
    package static let nestedValues = 32
    /// Bytes of one value, with those that it names.
    package static let valueBytes = 10_000
    /// Messages shown for one file; the rest are counted.
    package static let messagesPerFile = [Diagnostic].limitPerFile
}
