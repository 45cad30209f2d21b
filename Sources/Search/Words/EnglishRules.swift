/// The table of the English stemmer: `suffix>replacement>letters before it`, the first that fits in each step.
enum EnglishRules {
    static let steps = [
        // Words that no rule gets right.
        "bought>buy>0 sold>sell>0 broken>break>0 broke>break>0 failure>fail>0 quotation>quote>0 payment>pay>0",
        // Plurals.
        "sses>ss>2 xes>x>2 ches>ch>2 shes>sh>2 ies>y>2 ss>ss>0 us>us>0 is>is>0 s>>3",
        // Forms of verbs.
        "eed>ee>2 ied>y>2 ed>>3 ing>>3",
        // Derivations. The first two keep words whole.
        """
        supply>supply>0 document>document>0 ification>ify>2 istration>ister>3 ization>ize>3 isation>ize>3 \
        ication>y>4 ation>>5 tion>t>3 sion>s>3 ability>>4 ibility>>4 able>>4 ible>>4 ment>>4 ally>>4 ly>>4 ness>>4 \
        ate>>5 at>>5 age>>5 al>>5 ier>y>4 eller>ell>1
        """,
        // British spelling made American, and the last e, which verbs have lost by now.
        """
        grey>gray>0 ise>iz>4 ize>iz>4 is>iz>4 ence>ens>2 enc>ens>2 our>or>3 tre>ter>2 ogue>og>3 amme>am>3 e>>3
        """,
        // Doubled letters before an ending that is gone.
        "bb>b>2 dd>d>2 gg>g>2 ll>l>2 mm>m>2 nn>n>2 pp>p>2 rr>r>2 tt>t>2",
    ]

    /// Words that readers take for one another though no rule of spelling joins them, a line for each family. Only words that
    /// mean the same wherever they stand: the search counts one for another nearly in full.
    static let families = """
        prove proof evidence
        expire expiry expiration lapse
        fee cost price charge
        buy purchase
        fix repair mend
        replace swap exchange
        sell resell
        used secondhand refurbished
        begin start
        fast quick
        stop end
        show display
        supplier vendor seller reseller
        allowed permitted
        need require
        get receive
        company business organization
        """

    /// The words with which questions begin.
    static let questionWords = """
        am are can could did do does has have how if is may must should what when where which who why will would
        """

    static let stopWords = """
        a about all also am an and any are as at be been between but by can could did difference do does each for from had has have he her
        here him his how i if in into is it its just ll may me mean means might more most must my no not of on or other our out over
        please re shall she should so some such than that the their them then there these they this those to too up ve versus vs was we
        were what when where which who whom whose why will with would you your
        """
}
