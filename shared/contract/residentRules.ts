import { PointRules, usualPoints } from './points.ts'
import { Services, usualServices } from './services.ts'
import { usualWall, WallRules } from './wallRules.ts'

/** What a profile says of residents: the wall, what they may order, what their help is worth. */
export const residentRules = {
	wall: WallRules.default(usualWall),
	services: Services.default(usualServices),
	points: PointRules.default(usualPoints),
}
