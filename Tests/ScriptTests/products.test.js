// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slug } from '../../Templates/scripts/products.js';

// What the filter finds: codes.test.js.
test('slug', () => assert.equal(slug('Low complexity!'), 'low-complexity'));
