import type { ServiceFigures } from '../../shared/contract/service/serviceFigures.ts'
import { sampleSeconds } from '../../shared/domain/service/sample.ts'
import type { NotifyReport } from './notify.ts'

/** The figures of one run. */
export const notifyFigures = ({ sent, told, channelsFailing }: NotifyReport): ServiceFigures => ({
	messagesToPeople: sent,
	readingToAlert: sampleSeconds(told.flatMap(({ sinceReading }) => sinceReading)),
	criticalNewsToTold: sampleSeconds(told.flatMap(({ sinceCritical }) => sinceCritical)),
	...(channelsFailing !== undefined && { channelsFailing }),
})
