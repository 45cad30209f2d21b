#if os(Linux)
    import Glibc

    /// One event, decoded from the bytes that inotify gives.
    struct InotifyEvent {
        let watch: Int32
        let mask: UInt32
        /// Of the file in the watched folder; empty for the folder itself.
        let name: String

        func has(_ flag: Int) -> Bool { mask & UInt32(flag) != 0 }
        func has(_ flag: Int32) -> Bool { mask & UInt32(bitPattern: flag) != 0 }

        /// The events of a read, in their order: `struct inotify_event` and a name filled up with zeros.
        static func all(in bytes: [UInt8]) -> [InotifyEvent] {
            let size = MemoryLayout<inotify_event>.size
            var events: [InotifyEvent] = []
            var offset = 0
            while offset + size <= bytes.count {
                let event = unsafe bytes.withUnsafeBytes {
                    unsafe $0.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
                }
                let end = min(bytes.count, offset + size + Int(event.len))
                let name = bytes[offset + size..<end].prefix { $0 != 0 }
                events.append(
                    InotifyEvent(watch: event.wd, mask: event.mask, name: String(decoding: name, as: UTF8.self)))
                offset = end
            }
            return events
        }
    }
#endif
