// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyOf, matches, nearest, pieces, slug } from '../../Templates/scripts/products.js';

const PRODUCTS = /** @type {[string, string][]} */ ([
  ['Cisco Catalyst 3850 Series', 'WS-C3850, C3850, cat 3850 Switches Low complexity'],
  ['Cisco Catalyst 9300 Series', 'C9300, cat 9300, C9300-24T, C9300-48T, C9300-48P Switches Low complexity'],
  ['Cisco Nexus 9300 Series', 'N9300, N9K-C9300 Switches High complexity'],
  ['Cisco Catalyst 6500 Series', 'WS-C6500, cat 6.5k, WS-C6509-E Switches High complexity'],
  ['Cisco 3800 Series', 'ISR 3800, Cisco 3825, Cisco 3845 Routers High complexity'],
  ['Juniper SRX300 Series', 'SRX300–SRX380 Security Low complexity'],
  ['Juniper EX2000', 'Switches Low complexity'],
  ['Élan 500 Série', 'Routers'],
]);
const keys = PRODUCTS.map(([name, others]) => keyOf(name, others));
/** @param {string} text */
const found = (text) => keys.flatMap((key, index) => (matches(key, pieces(text)) ? [PRODUCTS[index][0]] : []));
/** @param {string} text */
const near = (text) => [...nearest(keys, pieces(text))].map((key) => PRODUCTS[keys.indexOf(key)][0]);

for (const [text, expected] of [
  ['3850', ['Cisco Catalyst 3850 Series']],
  ['cat 3850', ['Cisco Catalyst 3850 Series']],
  ['catalyst-3850', ['Cisco Catalyst 3850 Series']],
  ['CATALYST3850', ['Cisco Catalyst 3850 Series']],
  ['ws c3850', ['Cisco Catalyst 3850 Series']],
  ['38', ['Cisco Catalyst 3850 Series', 'Cisco 3800 Series', 'Juniper SRX300 Series']],
  ['C9300-48T', ['Cisco Catalyst 9300 Series']],
  ['cat 9300', ['Cisco Catalyst 9300 Series']],
  ['n9k', ['Cisco Nexus 9300 Series']],
  ['6.5k', ['Cisco Catalyst 6500 Series']],
  ['srx 345', ['Juniper SRX300 Series']],
  ['SRX-345', ['Juniper SRX300 Series']],
  ['srx345', ['Juniper SRX300 Series']],
  ['srx 390', []],
  ['elan', ['Élan 500 Série']],
  ['serie', ['Cisco Catalyst 3850 Series', 'Cisco Catalyst 9300 Series', 'Cisco Nexus 9300 Series', 'Cisco Catalyst 6500 Series',
    'Cisco 3800 Series', 'Juniper SRX300 Series', 'Élan 500 Série']],
  ['routers high', ['Cisco 3800 Series']],
  ['zzzzqq', []],
  ['', PRODUCTS.map(([name]) => name)],
  ['--- !!', PRODUCTS.map(([name]) => name)],
]) {
  test(`matching ${JSON.stringify(text)}`, () => assert.deepEqual(found(/** @type {string} */ (text)).sort(), [...expected].sort()));
}

for (const [text, expected, why] of /** @type {[string, string[], string][]} */ ([
  ['C9300-48UXM', ['Cisco Catalyst 9300 Series', 'Cisco Nexus 9300 Series'], 'both have C9300 among their names'],
  ['catlyst 3850', ['Cisco Catalyst 3850 Series'], 'the number is whole, the letters are mistyped'],
  ['catalyst 6504', ['Cisco Catalyst 6500 Series'], 'the series of hundreds'],
  ['cisco 3865', ['Cisco 3800 Series'], 'the series of hundreds'],
  ['EX2300', ['Juniper EX2000'], 'the series of thousands'],
  ['mx 480', [], 'letters that no product has, and no whole number'],
  ['zzzzqq', [], 'no number'],
  ['48', [], 'a number too short to name a model'],
])) {
  test(`nearest to ${text}: ${why}`, () => assert.deepEqual(near(text).sort(), expected.sort()));
}

test('ranges need numbers of one length, in order', () => {
  const ranges = (/** @type {string} */ text) => keyOf(text, '').ranges;
  assert.deepEqual(ranges('SRX300–SRX345'), [[300, 345]]);
  assert.deepEqual(ranges('C9300-48T'), []);
  assert.deepEqual(ranges('345-300'), []);
});

test('slug', () => assert.equal(slug('Low complexity!'), 'low-complexity'));

test('a thousand products are matched in a few milliseconds', () => {
  const many = Array.from({ length: 1000 }, (_, index) => keyOf(`Maker SRX${index} Series`, `SRX-${index}X, alias ${index} Routers Low complexity`));
  const start = performance.now();
  for (let round = 0; round < 20; round += 1) many.filter((key) => matches(key, pieces('srx 345 low')));
  const each = (performance.now() - start) / 20;
  assert.ok(each < 10, `${each} ms`);
});
