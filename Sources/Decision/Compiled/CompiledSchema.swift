extension CompiledForm {
    /// The JSON Schema of the document, with what each part means: exact, so that nothing can be there that is not said here.
    package static let schema = """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "A compiled questionnaire",
          "description": "Follow the tracks from node to node; nothing has to be evaluated. A reference is a number: not negative, a node; -1, closed (only what is impossible follows); -2 - n, the n-th end.",
          "type": "object",
          "additionalProperties": false,
          "required": ["$schema", "format", "name", "title", "version", "questions", "facts", "outcomes", "decisions", "variables", "nodes", "ends", "tracks", "refused", "possible", "refusals", "reasons"],
          "properties": {
            "$schema": {"type": "string", "description": "the address of this schema, from the document on"},
            "format": {"enum": ["waymark-questionnaire/2", "waymark-questionnaire/3"], "description": "the latter where some variable has a formula"},
            "name": {"type": "string"},
            "title": {"type": "string"},
            "summary": {"type": "string", "description": "HTML"},
            "version": {"type": "string", "pattern": "^[0-9a-f]{16}$", "description": "changes when answers may lead elsewhere"},
            "questions": {"type": "array", "description": "in the order of asking", "items": {"$ref": "#/$defs/question"}},
            "facts": {"type": "array", "items": {"type": "object", "additionalProperties": false, "required": ["id", "label", "values"], "properties": {"id": {"type": "string"}, "label": {"type": "string"}, "values": {"type": "array", "items": {"$ref": "#/$defs/named"}}}}},
            "amounts": {"type": "array", "description": "numbers and days that are calculated where a text shows them", "items": {"$ref": "#/$defs/amount"}},
            "outcomes": {"type": "array", "items": {"type": "object", "additionalProperties": false, "required": ["id", "title", "tone"], "properties": {"id": {"type": "string"}, "title": {"type": "string"}, "tone": {"enum": ["good", "caution", "bad", "neutral"]}, "text": {"type": "string", "description": "HTML; a data element is an answer or fact to fill in, named by its value"}, "shows": {"type": "array", "description": "the questions whose answers the text shows", "items": {"$ref": "#/$defs/index"}}, "amounts": {"type": "array", "description": "the amounts that its texts show", "items": {"$ref": "#/$defs/index"}}, "paragraphs": {"type": "object", "description": "more text below it, as HTML, by numbers: each shown where an end names its number", "additionalProperties": {"type": "string"}}, "answers": {"type": "array", "description": "the questions whose answers the result lists, where they were asked", "items": {"$ref": "#/$defs/index"}}, "cites": {"$ref": "#/$defs/cites"}}}},
            "decisions": {"type": "array", "items": {"$ref": "#/$defs/decision"}},
            "variables": {"type": "array", "items": {"$ref": "#/$defs/variable"}},
            "nodes": {"type": "array", "description": "a variable, then the reference for each of its blocks", "items": {"type": "array", "minItems": 2, "prefixItems": [{"$ref": "#/$defs/index"}], "items": {"type": "integer"}}},
            "ends": {"type": "array", "items": {"$ref": "#/$defs/end"}},
            "tracks": {"type": "array", "description": "walks that are taken at once; the first question in written order that one of them wants is asked", "items": {"type": "object", "additionalProperties": false, "required": ["decision", "root"], "properties": {"decision": {"$ref": "#/$defs/index"}, "outcome": {"$ref": "#/$defs/index"}, "root": {"type": "integer"}}}},
            "refused": {"type": "integer", "description": "the root of a walk beside the tracks, which asks until it is certain that the answers are accepted or refused"},
            "possible": {"type": "integer", "description": "the root of what is possible, tested in the order of the questions: ends in {} where the answers are accepted, in refused where a requirement is broken, and in -1 where they cannot be given together. An answer is refused when no {} can be reached any more"},
            "refusals": {"type": "array", "description": "the requirements; the message is that of the first from whose root every end that can be reached is refused", "items": {"type": "object", "additionalProperties": false, "required": ["question", "message", "root"], "properties": {"question": {"$ref": "#/$defs/index"}, "message": {"type": "string"}, "root": {"type": "integer"}}}},
            "reasons": {"type": "array", "description": "which rows of a decision led to an outcome", "items": {"type": "object", "additionalProperties": false, "required": ["decision", "outcome", "root"], "properties": {"decision": {"$ref": "#/$defs/index"}, "outcome": {"$ref": "#/$defs/index"}, "root": {"type": "integer"}}}}
          },
          "$defs": {
            "index": {"type": "integer", "minimum": 0},
            "amount": {
              "type": "object", "required": ["id", "label", "kind", "formula", "words"],
              "properties": {"id": {"type": "string"}, "label": {"type": "string"}, "formula": {"$ref": "#/$defs/formula"}, "words": {"type": "array", "description": "the formula in words: texts, and names with their words, in whose place a value can be put", "items": {"oneOf": [{"type": "string"}, {"type": "object", "additionalProperties": false, "required": ["question", "words"], "properties": {"question": {"$ref": "#/$defs/index"}, "words": {"type": "string"}}}, {"type": "object", "additionalProperties": false, "required": ["amount", "words"], "properties": {"amount": {"$ref": "#/$defs/index"}, "words": {"type": "string"}}}, {"type": "object", "additionalProperties": false, "required": ["today", "words"], "properties": {"today": {"const": true}, "words": {"type": "string"}}}]}}},
              "unevaluatedProperties": false,
              "oneOf": [
                {"required": ["from", "to", "decimals"], "properties": {"kind": {"const": "number"}, "from": {"type": "integer", "description": "in units of the last digit"}, "to": {"type": "integer"}, "decimals": {"$ref": "#/$defs/index"}, "unit": {"type": "string"}}},
                {"properties": {"kind": {"const": "date"}}}
              ]
            },
            "formula": {
              "type": "array", "minItems": 1, "description": "steps of a machine with a stack: values are put on it; what is done takes its own from there, in the order in which they were put, and puts its result",
              "items": {
                "oneOf": [
                  {"type": "string", "pattern": "^-?[0-9]+([.][0-9]+)?$", "description": "an exact number"},
                  {"type": "integer", "minimum": 0, "description": "the answer to a question"},
                  {"type": "object", "additionalProperties": false, "required": ["day"], "properties": {"day": {"type": "integer", "description": "from 1970-01-01 on"}}},
                  {"type": "object", "additionalProperties": false, "required": ["amount"], "properties": {"amount": {"$ref": "#/$defs/index"}}},
                  {"type": "object", "additionalProperties": false, "required": ["do", "of"], "properties": {"do": {"enum": ["min", "max"]}, "of": {"type": "integer", "minimum": 2, "description": "so many values"}}},
                  {"type": "object", "additionalProperties": false, "required": ["do", "digits"], "properties": {"do": {"enum": ["round", "floor", "ceil"], "description": "round goes from the middle away from zero"}, "digits": {"type": "integer", "description": "that are kept behind the point, or before it if negative"}}},
                  {"type": "object", "additionalProperties": false, "required": ["do"], "properties": {"do": {"enum": ["+", "-", "*", "/", "days", "weeks", "months", "years", "days-between", "weeks-between", "months-between", "years-between", "date", "year", "month", "day", "end-of-month", "today"], "description": "of two values, but for: year, month, day and end-of-month of one; date of three; today of none. days, weeks, months and years move a day by a number: one that a month doesn't have is its last"}}}
                ]
              }
            },
            "blocks": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/index"}},
            "named": {"type": "object", "additionalProperties": false, "required": ["id", "label"], "properties": {"id": {"type": "string"}, "label": {"type": "string"}}},
            "cites": {"type": "array", "items": {"type": "object", "additionalProperties": false, "required": ["href", "words"], "properties": {"href": {"type": "string", "description": "from the document on"}, "words": {"type": "string"}}}},
            "decision": {
              "type": "object", "additionalProperties": false, "required": ["id", "rows"],
              "properties": {
                "id": {"type": "string"}, "title": {"type": "string"}, "many": {"const": true},
                "otherwise": {"type": "object", "description": "the outcome and row where no track of the decision finds one", "additionalProperties": false, "required": ["outcome", "row"], "properties": {"outcome": {"$ref": "#/$defs/index"}, "row": {"$ref": "#/$defs/index"}}},
                "rows": {"type": "array", "items": {"type": "object", "additionalProperties": false, "required": ["id", "words"], "properties": {"id": {"type": "string"}, "words": {"type": "string"}, "cites": {"$ref": "#/$defs/cites"}}}}
              }
            },
            "question": {
              "type": "object", "required": ["id", "ask", "kind"],
              "properties": {"id": {"type": "string"}, "ask": {"type": "string"}, "hint": {"type": "string", "description": "HTML"}},
              "unevaluatedProperties": false,
              "oneOf": [
                {"required": ["options"], "properties": {"kind": {"const": "one"}, "options": {"$ref": "#/$defs/options"}, "search": {"const": true, "description": "the options are many: readers type to find one"}, "attributes": {"type": "object", "description": "what texts show of the options", "additionalProperties": {"type": "array", "items": {"type": ["string", "null"]}}}}},
                {"required": ["options"], "properties": {"kind": {"const": "any"}, "options": {"$ref": "#/$defs/options"}, "atLeast": {"type": "integer", "minimum": 1}, "none": {"type": "string"}}},
                {"required": ["from", "to", "decimals"], "properties": {"kind": {"const": "number"}, "from": {"type": "integer", "description": "in units of 10^-decimals"}, "to": {"type": "integer"}, "decimals": {"$ref": "#/$defs/index"}, "unit": {"type": "string"}}},
                {"required": ["from", "to"], "properties": {"kind": {"const": "date"}, "from": {"$ref": "#/$defs/day"}, "to": {"$ref": "#/$defs/day"}}}
              ]
            },
            "options": {"type": "array", "items": {"type": "object", "additionalProperties": false, "required": ["id", "label"], "properties": {"id": {"type": "string"}, "label": {"type": "string"}, "hint": {"type": "string", "description": "HTML"}, "always": {"const": true, "description": "shown whatever a reader types"}, "also": {"type": "array", "description": "other words that find it", "items": {"type": "string"}}}}},
            "day": {
              "oneOf": [
                {"type": "object", "additionalProperties": false, "required": ["day"], "properties": {"day": {"type": "integer", "description": "since 1970-01-01"}}},
                {"type": "object", "additionalProperties": false, "required": ["today"], "properties": {"today": {"type": "array", "description": "months and days from today", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2}}}
              ]
            },
            "end": {
              "oneOf": [
                {"type": "object", "description": "the outcome does not hold; the requirement is met", "maxProperties": 0},
                {"type": "object", "additionalProperties": false, "required": ["refused"], "properties": {"refused": {"const": true}}},
                {"type": "object", "additionalProperties": false, "required": ["outcome"], "properties": {"outcome": {"$ref": "#/$defs/index"}, "values": {"type": "array", "description": "facts with their values, by index", "items": {"type": "array", "minItems": 2, "maxItems": 2, "items": {"$ref": "#/$defs/index"}}}, "paragraphs": {"type": "array", "description": "the numbers of those that are shown", "items": {"$ref": "#/$defs/index"}}, "shows": {"type": "array", "description": "the questions whose answers are shown, where that is more than the outcome says", "items": {"$ref": "#/$defs/index"}}}},
                {"type": "object", "additionalProperties": false, "required": ["rows"], "properties": {"rows": {"type": "array", "items": {"$ref": "#/$defs/index"}}}}
              ]
            },
            "variable": {
              "oneOf": [
                {"type": "object", "description": "the block of each option", "additionalProperties": false, "required": ["question", "blocks"], "properties": {"question": {"$ref": "#/$defs/index"}, "blocks": {"$ref": "#/$defs/blocks"}}},
                {"type": "object", "description": "1 if the option is ticked, else 0", "additionalProperties": false, "required": ["question", "option"], "properties": {"question": {"$ref": "#/$defs/index"}, "option": {"$ref": "#/$defs/index"}}},
                {"type": "object", "description": "index = 0; for each chain index = index * (cuts + 1) + the cuts not above the answer; then the block at that index", "additionalProperties": false, "required": ["question", "chains", "blocks"], "properties": {"question": {"$ref": "#/$defs/index"}, "chains": {"$ref": "#/$defs/chains"}, "blocks": {"$ref": "#/$defs/blocks"}}},
                {"type": "object", "description": "the same, of two answers compared", "additionalProperties": false, "required": ["questions", "chains", "blocks"], "properties": {"questions": {"type": "array", "minItems": 2, "maxItems": 2, "items": {"$ref": "#/$defs/index"}}, "chains": {"$ref": "#/$defs/chains"}, "blocks": {"$ref": "#/$defs/blocks"}}},
                {"type": "object", "description": "the formula of answers, in units of 10^-decimals, or a day; the block at the number of cuts that are not above it. Settled too while an answer is missing, once all of those that it may have lead to one block", "additionalProperties": false, "required": ["questions", "formula", "decimals", "cuts", "blocks"], "properties": {"questions": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/index"}}, "formula": {"$ref": "#/$defs/formula"}, "decimals": {"$ref": "#/$defs/index"}, "cuts": {"type": "array", "items": {"type": "integer"}}, "blocks": {"$ref": "#/$defs/blocks"}}},
                {"type": "object", "description": "the answer is shown or compared later: block 0", "additionalProperties": false, "required": ["question"], "properties": {"question": {"$ref": "#/$defs/index"}}}
              ]
            },
            "chains": {
              "type": "array",
              "items": {
                "type": "object", "additionalProperties": false, "required": ["of", "cuts"],
                "properties": {
                  "of": {"$ref": "#/$defs/index", "description": "the question whose answer is cut"},
                  "from": {"description": "what the cuts are counted from: nothing if it is missing, today, or the answer to a question", "oneOf": [{"const": "today"}, {"$ref": "#/$defs/index"}]},
                  "cuts": {"description": "days or units; or months and days; or months, days, 1 for a day that a month does not have being the first of the next, and days that come first", "oneOf": [{"type": "array", "items": {"type": "integer"}}, {"type": "array", "minItems": 1, "items": {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 4}}]}
                }
              }
            }
          }
        }

        """
}
