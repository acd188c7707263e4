/** A flag that counts: text goes in, a number from 1 to 1000 or commander's own error comes out. */

import { InvalidArgumentError } from 'commander'

export function count(value: string): number {
  const jobs = Number(value)
  if (!/^[0-9]+$/.test(value) || jobs < 1 || jobs > 1000)
    throw new InvalidArgumentError('A number from 1 to 1000.')
  return jobs
}
