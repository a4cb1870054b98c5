import { Id, Name } from '../registry/registry.ts'
import * as z from '../zod.ts'
import { Measurand } from './measurand.ts'

/** When a container is full. */
export const ForecastView = z.object({
	device: Id,
	courtyard: Id,
	name: Name,
	measurand: Measurand,
	/** Per cent at which emptying is due. */
	limit: z.number(),
	/** Per cent now, and per cent a day. */
	level: z.number(),
	perDay: z.number(),
	/** Emptyings that were seen in the readings. */
	emptyings: z.int(),
	/** The likely instant, and between which it lies. */
	fullAt: z.iso.datetime(),
	earliest: z.iso.datetime(),
	latest: z.iso.datetime(),
	text: z.object({ zh: z.string(), en: z.string() }),
})
export type ForecastView = z.infer<typeof ForecastView>

/** `GET /api/forecasts`: the soonest first. */
export const ForecastsView = z.object({
	village: Id,
	forecasts: z.array(ForecastView),
	/** Devices of which too little is known to say anything. */
	withoutTrend: z.array(Id),
})
export type ForecastsView = z.infer<typeof ForecastsView>
