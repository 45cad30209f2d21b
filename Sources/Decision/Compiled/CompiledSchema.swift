extension CompiledForm {
    /// The JSON Schema of the document, with what each part means.
    package static let schema = """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "A compiled questionnaire",
          "description": "Follow the tracks from node to node; nothing has to be evaluated. A reference is a number: not negative, a node; -1, closed (only what is impossible follows); -2 - n, the n-th end.",
          "type": "object",
          "required": ["format", "name", "title", "version", "questions", "facts", "outcomes", "decisions", "variables", "nodes", "ends", "tracks", "refusals", "reasons"],
          "properties": {
            "format": {"const": "waymark-questionnaire/1"},
            "name": {"type": "string"},
            "title": {"type": "string"},
            "summary": {"type": "string", "description": "HTML"},
            "version": {"type": "string", "pattern": "^[0-9a-f]{16}$", "description": "changes when answers may lead elsewhere"},
            "questions": {"type": "array", "description": "in the order of asking", "items": {"$ref": "#/$defs/question"}},
            "facts": {"type": "array", "items": {"type": "object", "required": ["id", "label", "values"], "properties": {"id": {"type": "string"}, "label": {"type": "string"}, "values": {"type": "array", "items": {"$ref": "#/$defs/named"}}}}},
            "outcomes": {"type": "array", "items": {"type": "object", "required": ["id", "title", "tone"], "properties": {"id": {"type": "string"}, "title": {"type": "string"}, "tone": {"enum": ["good", "caution", "bad", "neutral"]}, "text": {"type": "string", "description": "HTML; {{ name }} is an answer or fact to fill in"}, "cites": {"$ref": "#/$defs/cites"}}}},
            "decisions": {"type": "array", "items": {"type": "object", "required": ["id", "rows"], "properties": {"id": {"type": "string"}, "title": {"type": "string"}, "many": {"const": true}, "otherwise": {"type": "object", "description": "the outcome and row where no track of the decision finds one", "required": ["outcome", "row"], "properties": {"outcome": {"type": "integer"}, "row": {"type": "integer"}}}, "rows": {"type": "array", "items": {"type": "object", "required": ["id", "words"], "properties": {"id": {"type": "string"}, "words": {"type": "string"}, "cites": {"$ref": "#/$defs/cites"}}}}}}},
            "variables": {"type": "array", "items": {"$ref": "#/$defs/variable"}},
            "nodes": {"type": "array", "description": "a variable, then the reference for each of its blocks", "items": {"type": "array", "minItems": 2, "items": {"type": "integer"}}},
            "ends": {"type": "array", "items": {"type": "object", "properties": {"outcome": {"type": "integer"}, "values": {"type": "array", "description": "facts with their values, by index", "items": {"type": "array", "minItems": 2, "maxItems": 2, "items": {"type": "integer"}}}, "rows": {"type": "array", "items": {"type": "integer"}}, "refused": {"const": true}}, "additionalProperties": false}},
            "tracks": {"type": "array", "description": "walks that are taken at once; the first question in written order that one of them wants is asked", "items": {"type": "object", "required": ["decision", "root"], "properties": {"decision": {"type": "integer"}, "outcome": {"type": "integer"}, "root": {"type": "integer"}}}},
            "refusals": {"type": "array", "description": "an answer is refused when every end that can still be reached from the root is refused", "items": {"type": "object", "required": ["question", "message", "root"], "properties": {"question": {"type": "integer"}, "message": {"type": "string"}, "root": {"type": "integer"}}}},
            "reasons": {"type": "array", "description": "which rows of a decision led to an outcome", "items": {"type": "object", "required": ["decision", "outcome", "root"], "properties": {"decision": {"type": "integer"}, "outcome": {"type": "integer"}, "root": {"type": "integer"}}}}
          },
          "$defs": {
            "named": {"type": "object", "required": ["id", "label"], "properties": {"id": {"type": "string"}, "label": {"type": "string"}}},
            "cites": {"type": "array", "items": {"type": "object", "required": ["href", "words"], "properties": {"href": {"type": "string"}, "words": {"type": "string"}}}},
            "question": {"type": "object", "required": ["id", "ask", "kind"], "properties": {"id": {"type": "string"}, "ask": {"type": "string"}, "hint": {"type": "string", "description": "HTML"}, "kind": {"enum": ["one", "any", "number", "date"]}, "search": {"const": true}, "options": {"type": "array", "items": {"type": "object", "required": ["id", "label"], "properties": {"id": {"type": "string"}, "label": {"type": "string"}, "hint": {"type": "string"}, "always": {"const": true, "description": "shown whatever a reader types"}, "also": {"type": "array", "items": {"type": "string"}}}}}, "attributes": {"type": "object", "description": "what texts show of the options", "additionalProperties": {"type": "array", "items": {"type": ["string", "null"]}}}, "atLeast": {"type": "integer"}, "none": {"type": "string"}, "decimals": {"type": "integer"}, "unit": {"type": "string"}, "from": {"$ref": "#/$defs/bound"}, "to": {"$ref": "#/$defs/bound"}}},
            "bound": {"description": "a number in units of 10^-decimals; a day since 1970-01-01; or months and days from today", "oneOf": [{"type": "integer"}, {"type": "object", "required": ["day"], "properties": {"day": {"type": "integer"}}}, {"type": "object", "required": ["today"], "properties": {"today": {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2}}}]},
            "variable": {"type": "object", "description": "blocks without chains: the block of each option. With chains: index = 0; for each chain index = index * (cuts + 1) + the cuts not above the answer; then the block at that index. With option: 1 if ticked. A question alone: the answer is shown or compared later, block 0.", "properties": {"question": {"type": "integer"}, "questions": {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2}, "option": {"type": "integer"}, "blocks": {"type": "array", "items": {"type": "integer"}}, "chains": {"type": "array", "items": {"type": "object", "required": ["of", "cuts"], "properties": {"of": {"type": "integer", "description": "the question whose answer is cut"}, "from": {"description": "what the cuts are counted from: nothing, today, or the answer to a question", "oneOf": [{"const": "today"}, {"type": "integer"}]}, "cuts": {"type": "array", "description": "days or units; or months and days", "items": {"oneOf": [{"type": "integer"}, {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2}]}}}}}}}
          }
        }

        """
}
