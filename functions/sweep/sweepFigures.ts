import type { ServiceFigures } from '../../shared/contract/service/serviceFigures.ts'
import type { SweepReport } from './sweep.ts'

/** The figures of one sweep. How many devices are silent is unknown while too many messages wait. */
export const sweepFigures = ({ waiting, watched, silent, tasks }: SweepReport): ServiceFigures => ({
	messagesWaiting: waiting,
	...(watched !== undefined && { watchedDevices: watched, silentDevices: silent }),
	tasksChanged: tasks.length,
	alertsSent: tasks.filter(({ alert }) => alert !== undefined).length,
})
