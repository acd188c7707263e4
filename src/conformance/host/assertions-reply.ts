/** Assertions about what the host tells, through its adapter. */

import { type HostAssertion, list } from './assertion.js'

export const aboutReplies: Record<string, HostAssertion> = {
  outcome({ call }, { is }) {
    const { reply } = call
    const wanted = is as string[]
    if (!reply || wanted.includes(reply.outcome)) return []
    const why = [reply.message, ...(reply.failures ?? []).map(({ step, message }) => `${step}: ${message}`)]
    return [
      `the outcome is ${reply.outcome}, not ${wanted.join(' or ')}. ${why.filter(Boolean).join('; ')}`.trim(),
    ]
  },

  fails({ call }, { step, code, says = [] }) {
    const failure = call.reply?.failures?.find(one => one.step === step)
    if (!failure) return [`no failure of ${step} is told`]
    const found: string[] = []
    if (code !== undefined && failure.code !== code)
      found.push(
        `the failure of ${step} has the code ${failure.code ?? '(none)'}, and its program said ${code}`,
      )
    for (const text of says as string[])
      if (!failure.message.includes(text))
        found.push(
          `what is told of ${step} does not say ${JSON.stringify(text)}: ${JSON.stringify(failure.message)}`,
        )
    return found
  },

  'no-failure'({ call }, { step }) {
    return (call.reply?.failures ?? [])
      .filter(one => step === undefined || one.step === step)
      .map(one => `${one.step} is told to have failed: ${one.message}`)
  },

  items({ call }, { step, titles }) {
    const found = (call.reply?.items ?? []).filter(one => one.step === step)
    const [came, wanted] = [found.map(({ title }) => title), titles as string[]]
    return JSON.stringify([...came].sort()) === JSON.stringify([...wanted].sort())
      ? []
      : [
          `the items of ${step} have the titles ${JSON.stringify(came)}, and its producer sent ${JSON.stringify(wanted)}`,
        ]
  },

  asks({ call }, { questions }) {
    const asked = call.reply?.questions ?? []
    return (questions as string[])
      .filter(one => !asked.includes(one))
      .map(one => `${one} is not asked, but ${list(asked)}`)
  },

  'on-record'({ call }, { results }) {
    const told = call.results
      .filter(({ status }) => status === 'applied')
      .map(({ step, item }) => `${step}/${item}`)
    const wanted = results as string[]
    return JSON.stringify(told) === JSON.stringify(wanted)
      ? []
      : [`the results on record are ${list(told)}, not ${list(wanted)}`]
  },
}
