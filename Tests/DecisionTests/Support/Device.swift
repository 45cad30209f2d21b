/// The questionnaire of the design document, as far as this version reads it.
let device = """
    kind: questionnaire
    title: Can this used device be supported?
    summary: For buyers of second-hand hardware.

    questions:
      origin:
        ask: Where does the device come from?
        hint: Markdown, optional.
        one-of:
          authorised: New, from an authorised seller
          refresh: Certified remanufactured
          other:
            label: Anyone else
            hint: Also devices whose history nobody knows.
      damaged:
        ask: Was it damaged by fire or flood?
        ask-if: {origin: other}
      bought:
        ask: When was it bought?
        date: {from: 1984-12-01, to: today}
        ask-if: {origin: in sellers}
      model:
        ask: Which product is it?
        one-of:
          from: products
          other: It is not in the list
      proofs:
        ask: Which proofs of licence do you hold?
        any-of:
          order: A sales order number
          receipt: A reseller's receipt

    sets:
      sellers: [authorised, refresh]

    facts:
      licensed:
        rules:
          - {if: {proofs: {has-any: [order, receipt]}}, then: yes}
          - {else: no}

    outcomes:
      warranty:
        title: The standard warranty still applies
        tone: good
        text: Bought on {{ bought }}.
        cites: [policy.md#support]
      ready: {title: It can go under contract, tone: good}
      licence: {title: Get a licence first, tone: caution}
      inspect: {title: Have it inspected and relicensed, tone: caution}
      certs: {title: Ask the return-to-service team, tone: bad}
      contact: {title: Ask the inspections team, tone: neutral}

    rules:
      - if: {origin: in sellers}
        rules:
          - {if: {licensed: no}, then: licence}
          - {if: {licensed: yes, bought: after today - 90 days}, then: warranty}
          - {else: ready}
      - if: {origin: other}
        rules:
          - {if: {damaged: yes}, then: certs, cites: [policy.md#fire-and-flood]}
          - {if: {damaged: no, licensed: no}, then: licence}
          - {if: {damaged: no, licensed: yes, model.complexity: [low, high]}, then: inspect}
          - {if: {damaged: no, licensed: yes, model: other}, then: contact}

    """

let products = """
    kind: products
    title: Products
    attributes:
      complexity: {label: Complexity, values: {low: Low, high: High}}
    categories: {switches: Switches}
    groups:
      a:
        category: switches
        complexity: low
        products: {s1: Switch 1, s2: Switch 2}
      b:
        category: switches
        complexity: high
        products: {s9: Switch 9}

    """

let deviceLibrary = library(data: ["products": products])
