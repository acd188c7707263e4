/** A pattern as the shell has it, for ids: `*` any text, `?` one character, a comma between alternatives. */
export const glob = (pattern: string, text: string): boolean =>
  pattern.split(',').some(one => {
    const source = one
      .trim()
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*/g, '.*')
      .replace(/\?/g, '.')
    return new RegExp(`^${source}$`).test(text)
  })
