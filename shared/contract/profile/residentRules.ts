import { PointRules, usualPoints } from '../wall/points.ts'
import { Services, usualServices } from '../wall/services.ts'
import * as z from '../zod.ts'
import { usualWall, WallRules } from './wallRules.ts'

/** What a profile says of residents: the wall, what they may order, what their help is worth. */
export const residentRules = {
	wall: z._default(WallRules, usualWall),
	services: z._default(Services, usualServices),
	points: z._default(PointRules, usualPoints),
}
