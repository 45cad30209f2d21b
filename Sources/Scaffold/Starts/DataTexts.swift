import Content
import Forms

extension DataKind {
    /// A small file of this kind, below its title.
    var start: String {
        switch self {
        case .actions:
            """
            arrangements:                 # the columns
              direct: {label: Bought from us}
              partner: {label: Bought from a partner}
            needs:                        # the rows
              repair:
                label: It needs a repair
                paths:                    # what to do, for each arrangement
                  direct: [Write to us., Send the device.]
                  partner: Ask your partner.

            """
        case .checklist:
            """
            note: Tick what is done. Nothing leaves your device.
            items:
              backup:
                item: Is everything saved?
                why: What is on the device is deleted.
              parts:
                item: Are all parts in the box?

            """
        case .comparison:
            """
            columns:
              basic: Basic
              full: Full
            rows:
              phone:
                label: Help by telephone
                cells: {basic: no, full: yes}
              time:
                label: Answered within
                cells:
                  basic: two days
                  full: {text: one hour, note: nights}
            notes:
              nights: Also at night and on Sundays.

            """
        case .directory:
            """
            entries:
              front-page:
                is: link                  # tool, contact or link; texts name it as [words](link:front-page)
                name: Our front page
                url: https://www.example.org/
                for: Everything else.
              desk:
                is: contact
                name: Service desk
                email: desk@example.org
                for: Questions that nothing here answers.

            """
        case .faq:
            """
            groups:
              first:
                title: First questions
                questions:
                  when:
                    question: When do I hear from you?
                    answer: On the next working day.
                  who:
                    question: Who may ask?
                    answer: |
                      Everybody. Have at hand:

                      * the number of the order
                      * your address

            """
        case .glossary:
            """
            terms:
              rma:
                term: Return Materials Authorization
                short: RMA
                also: [return number]
                definition: The number under which a return is known to us.

            """
        case .products:
            """
            attributes:                   # what tells products apart; readers filter by it, questionnaires can use it
              size:
                label: Size
                values: {small: Small, large: Large}
            categories:
              printers: Printers
            groups:
              desk:
                category: printers
                size: small
                products:
                  p10: P10
                  p20: {name: P20, also: [P20 Plus], note: Sold until 2024.}
              office:
                category: printers
                size: large
                products:
                  p500: P500

            """
        case .table:
            """
            columns:
              region: Region
              days: {label: Delivery, type: number, unit: days}
            rows:
              - {region: North, days: 2}
              - {region: South, days: 3}

            """
        case .values:
            """
            values:
              notice-period:
                value: 14
                unit: days
                note: From the day of delivery.

            """
        }
    }
}
