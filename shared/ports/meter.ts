import type { ServiceFigures } from '../contract/service/serviceFigures.ts'

export type Meter = {
	/** Takes what one run measured; once a run. */
	record(figures: ServiceFigures): void
}
