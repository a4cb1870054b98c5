import type { ServiceFigures } from '../contract/serviceFigures.ts'

export type Meter = {
	/** Takes what one run measured; once a run. */
	record(figures: ServiceFigures): void
}
