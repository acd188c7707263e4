/* Generated from protocol/schema.json by `npm run generate`. Do not edit. */
import type { Validator } from '../validator.js'

export declare const start: Validator<import('./messages.js').Start>
export declare const resolve: Validator<import('./messages.js').Resolve>
export declare const item: Validator<import('./messages.js').Item>
export declare const result: Validator<import('./messages.js').Result>
export declare const progress: Validator<import('./messages.js').Progress>
export declare const done: Validator<import('./messages.js').Done>
