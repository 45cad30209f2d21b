// @ts-check
/** The published JSON Schema of compiled forms as a TypeScript type, to be compared with the one that the scripts use. */

/** @typedef {Record<string, any>} Schema */

/** @param {Schema} schema */
const objectOf = ({ properties = {}, required = [], additionalProperties, maxProperties }) => {
  if (maxProperties === 0) return 'Record<string, never>';
  if (typeof additionalProperties === 'object') return `Record<string, ${typeOf(additionalProperties)}>`;
  const fields = Object.entries(properties).map(([name, each]) => `${name}${required.includes(name) ? '' : '?'}: ${typeOf(each)}`);
  return `{ ${fields.join(', ')} }`;
};

/** @param {Schema} schema */
const arrayOf = ({ items, prefixItems = [], minItems = 0, maxItems }) => {
  const each = typeOf(items);
  if (maxItems && minItems) {
    const open = Array(maxItems - minItems).fill(`(${each})?`);
    return `[${[...Array(minItems).fill(each), ...open].join(', ')}]`;
  }
  const first = prefixItems.length ? prefixItems.map(typeOf) : minItems ? [each] : [];
  return first.length ? `[${first.join(', ')}, ...(${each})[]]` : `(${each})[]`;
};

/** @param {Schema} schema @returns {string} */
const typeOf = (schema) => {
  if (schema.$ref) return schema.$ref.split('/').at(-1);
  if ('const' in schema) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((/** @type {unknown} */ each) => JSON.stringify(each)).join(' | ');
  if (schema.oneOf) {
    // What holds for all of them is written beside them.
    return schema.oneOf.map((/** @type {Schema} */ each) => typeOf({
      ...each, type: each.type ?? schema.type, properties: { ...schema.properties, ...each.properties },
      required: [...schema.required ?? [], ...each.required ?? []],
    })).join(' | ');
  }
  const types = [schema.type].flat().map((type) => ({
    object: () => objectOf(schema), array: () => arrayOf(schema), integer: () => 'number', string: () => 'string', null: () => 'null',
  })[/** @type {string} */ (type)]?.());
  if (types.includes(undefined)) throw new Error(`no type for ${JSON.stringify(schema)}`);
  return types.join(' | ');
};

/**
 * A program that compiles only if the type `Form` of a module says what the schema says.
 * @param {Schema} schema
 * @param {string} module  where `Form` is declared
 */
export const comparison = (schema, module) => [
  `import type { Form } from ${JSON.stringify(module)};`,
  ...Object.entries(schema.$defs).map(([name, each]) => `type ${name} = ${typeOf(each)};`),
  `type Published = ${typeOf(schema)};`,
  '// With all fields required, one that only one of the two knows is missed by the other.',
  'type Whole<T> = T extends readonly unknown[] ? { [K in keyof T]: Whole<T[K]> } : T extends object ? { [K in keyof T]-?: Whole<T[K]> } : T;',
  'export const used: Published = {} as Form;',
  'export const published: Form = {} as Published;',
  'export const allUsed: Whole<Published> = {} as Whole<Form>;',
  'export const allPublished: Whole<Form> = {} as Whole<Published>;',
].join('\n');
