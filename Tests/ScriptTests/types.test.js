// @ts-check
/** Every script is checked by its types, strictly; those of the compiled form are held to the published schema. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { comparison } from './form-types.js';

const root = new URL('../../', import.meta.url);
const work = new URL('.build/tests/types/', root);
// Python's packages bring it.
const deno = process.env.PYTHONPATH ? `${process.env.PYTHONPATH}/bin/deno` : 'deno';

/** What the type checker says of some files. @param {string[]} files */
const check = (files) => {
  const config = fileURLToPath(new URL('types.json', import.meta.url));
  const { status, stdout, stderr, error } = spawnSync(deno, ['check', '--quiet', '--config', config, ...files], {
    encoding: 'utf8', env: { ...process.env, DENO_DIR: fileURLToPath(new URL('deno/', work)), NO_COLOR: '1', DENO_NO_UPDATE_CHECK: '1' },
  });
  if (error) throw error;
  return status === 0 ? '' : stdout + stderr;
};

/** @param {string} name @param {string} text */
const program = (name, text) => {
  mkdirSync(work, { recursive: true });
  const file = fileURLToPath(new URL(name, work));
  writeFileSync(file, text);
  return file;
};

const folder = new URL('Templates/scripts/', root);
const scripts = readdirSync(folder).filter((name) => name.endsWith('.js')).map((name) => fileURLToPath(new URL(name, folder)));
const others = ['Templates/service-worker.js', 'Templates/preview/preview.js'].map((path) => fileURLToPath(new URL(path, root)));

test('all scripts are free of faults of type', () => {
  assert.ok(scripts.length > 20);
  assert.equal(check([...scripts, ...others]), '');
});

test('a fault of type is found', () => {
  assert.match(check([program('fault.js', '// @ts-check\n/** @param {string} text */\nexport const twice = (text) => text * 2;\n')]), /TS2362/);
});

const schema = JSON.parse(readFileSync(new URL('Public/api/questionnaire.schema.json', root), 'utf8'));
const module = new URL('questionnaire-form.js', folder).href;

test('the type of compiled forms is that of their schema', () => {
  assert.equal(check([program('form.ts', comparison(schema, module))]), '');
});

test('a field that only one of them has is found', () => {
  const more = structuredClone(schema);
  more.$defs.decision.properties.more = { type: 'string' };
  assert.notEqual(check([program('more.ts', comparison(more, module))]), '');
  const fewer = structuredClone(schema);
  delete fewer.$defs.decision.properties.many;
  assert.notEqual(check([program('fewer.ts', comparison(fewer, module))]), '');
});
