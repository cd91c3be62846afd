/** What the reference says between its tables. Everything that a table of the code knows is generated instead. */

export const opening = `A display schema is a JSON document that decides what agents see of a customer: which facts, in what order, under which
names, and how they are written. Admins edit it in Flex, in a form or as JSON, and publish it; nothing is deployed.

Everything but the version is optional. This is a whole document:`;

/** A string, because its line breaks are for reading; a test loads it. */
export const wholeDocument = `{
  "version": 1,
  "context": {
    "sections": [
      {
        "fields": [
          { "key": "intent", "label": "Reason for contact", "format": "badge" },
          { "key": "/order/total", "label": "Order total", "format": "currency", "currency": "EUR" }
        ]
      }
    ],
    "hidden": ["sessionId", "debug*"]
  },
  "traits": {
    "sections": [{ "title": "Customer", "fields": [{ "key": "first_name" }, { "key": "plan", "format": "badge" }] }]
  }
}`;

export const inEditors = `## Writing it in a code editor

Editors that know JSON Schema complete and check the file when its first property says where the description is:

\`\`\`json
{ "$schema": "../../display-schema.json", "version": 1 }
\`\`\`

The path leads from your file to [schemas/display-schema.json](../schemas/display-schema.json), which \`npm run build\` also
puts into \`dist/assets/display-schema.schema.json\`. The property has no effect on agents.`;

export const keys = `## Keys and paths

A **key** is the name of a value at the top of the data, exactly as it is written there, dots and spaces included:
\`intent\`, \`Campaign Name\`, \`a.b.c\`. To reach deeper, write a **path** ([JSON Pointer](https://www.rfc-editor.org/rfc/rfc6901)): a
slash before every step.

| In the document | Means |
| --- | --- |
| \`intent\` | the value of \`intent\` |
| \`/order/total\` | \`total\` inside \`order\` |
| \`/items/0/name\` | \`name\` of the first entry of the list \`items\` |
| \`/a~1b\` | the key \`a/b\`; a slash inside a step is written \`~1\`, a tilde \`~0\` |
| \`/~1x\` | the key \`/x\`, which itself starts with a slash |

In \`hidden\` a key may also end in a star: \`debug*\` hides every key that begins with \`debug\`.`;

export const semantics = `## How it is applied

- **Hidden wins.** A hidden key is gone before anything is laid out: listings, highlights, links, search and copying never
  see it. Hiding a path hides everything below it, also inside tables. Hidden traits never leave the server. The context is
  in Flex already, so hiding a part of it is presentation, not protection.
- **A mask holds everywhere in its layout.** A masked value arrives as its last characters, at most a quarter of them. Roles in
  \`reveal\` may ask for the whole value; each time is a request of its own and is logged.
- **A listing claims its key**, even while its condition does not hold: it is not shown a second time under the rest. Of two
  listings of one key the first whose condition holds is shown. Highlights claim nothing.
- **The rest** shows an object that is listed in part without the listed parts. A list with any path into it counts as listed.
- **A layout replaces whole panels.** Panels that it lacks come from the document. Hidden keys of both apply.
- **Where conditions are decided.** The server chooses the layout and decides conditions on traits; until it has answered, the
  plugin decides from the context alone.
- **From value to text:** missing → empty → mapping → format → tone of a threshold → link. A key that the data lacks is left
  out unless the field has \`noValue\`. Empty values (null, "", [] and {}) show \`noValue\`, or a dash, unless the panel says
  \`hideEmpty\`; a hint tells them apart.
- **A value of the wrong type** is shown as it is, with a hint such as "Expected a number".
- **All or nothing.** A document with an error is not used at all: agents then see the whole context, each value by what it is,
  and the traits that the newest valid revision shows. Warnings don't stop a document from being used.`;

export const truth = `A comparison with a fact that is missing, or of another type, is neither true nor false but *unknown*, and \`not\` of it is
unknown, too. \`all\` is false as soon as one part is false, \`any\` is true as soon as one part is true. What is unknown in the
end counts as "does not hold". Spelling and capitals matter.`;

export const links = `## Links

A link is an address in which parts in braces are replaced by values: \`https://shop.example.com/orders/{value}\`.

| Part | Stands for |
| --- | --- |
| \`{value}\` | the value of the field; in an event rule, that of its main property |
| \`{context:/order/id}\` | another value of the context |
| \`{traits:/plan}\` | another trait |
| \`{event:/order_id}\` | a property of the event; in event rules only |

Scheme and host must be written out: data never decides where a link leads. Only https, http, mailto and tel are allowed,
values are encoded, and agents see the host. If a value is missing, hidden or masked, there is no link.`;

export const problems = `## What can be wrong

The editor and publishing report every problem with its place and a sentence. **Errors** stop a document
from being used; **warnings** point at something that was probably not meant. Some of each, in the report's own words:`;
