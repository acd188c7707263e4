/** All commands that start programs or change a run, in one bundle: it is loaded when one of them is called. */

export { runAbandon } from './commands/abandon.js'
export { runApply } from './commands/apply.js'
export { runCheck } from './commands/check.js'
export { runChoose } from './commands/choose.js'
export { runDoctor } from './commands/doctor.js'
export { runGraph } from './commands/graph.js'
export { runInstallUnits } from './commands/install-units.js'
export { runPlan, runShow } from './commands/plan.js'
export { runResume } from './commands/resume.js'
export { runValidate } from './commands/validate.js'
