import type { ServiceFigures } from '../../shared/contract/service/serviceFigures.ts'
import { sampleSeconds } from '../../shared/domain/service/sample.ts'
import type { BatchReport } from './ingestBatch.ts'

/** The figures of one batch. */
export const batchFigures = (report: BatchReport): ServiceFigures => ({
	messages: report.messages,
	readings: report.readings,
	quarantined: report.refused.length,
	faults: report.quarantined,
	messagesFailed: report.failed.length,
	readingToStored: sampleSeconds(report.delays.readingToStored),
	receivedToStored: sampleSeconds(report.delays.receivedToStored),
	readingToAlert: sampleSeconds(report.delays.readingToAlert),
	tasksChanged: report.tasks.length,
	alertsSent: report.tasks.filter(({ alert }) => alert !== undefined).length,
	...(report.oldestMs !== undefined && { queueAge: report.oldestMs / 1000 }),
})
