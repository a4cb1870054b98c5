import type { Words } from '../http/route.ts'
import type { RoomName } from '../rooms.ts'

/** What people call each room of the API. */
export const roomNames: Readonly<Record<RoomName, Words>> = {
	health: { zh: '服务状态', en: 'Service' },
	me: { zh: '登录', en: 'Sign-in' },
	overview: { zh: '今日', en: 'Today' },
	courtyards: { zh: '院落', en: 'Courtyards' },
	scores: { zh: '得分', en: 'Scores' },
	devices: { zh: '设备', en: 'Devices' },
	tasks: { zh: '任务', en: 'Tasks' },
	photos: { zh: '照片', en: 'Photos' },
	inspections: { zh: '检查', en: 'Inspections' },
	appeals: { zh: '申诉', en: 'Appeals' },
	heads: { zh: '院落长', en: 'Courtyard heads' },
	wall: { zh: '院落连心墙', en: 'Public wall' },
	points: { zh: '积分', en: 'Points' },
	links: { zh: '任务链接', en: 'Links to tasks' },
	figures: { zh: '统计', en: 'Figures' },
	rankings: { zh: '院落评比', en: 'Rankings' },
	whatIf: { zh: '假设推算', en: 'What if' },
	forecasts: { zh: '清运预测', en: 'Forecasts' },
	dataQuality: { zh: '数据质量', en: 'Data quality' },
	alerts: { zh: '告警渠道', en: 'Alert channels' },
	quarantine: { zh: '被退回的数据', en: 'Refused messages' },
	registry: { zh: '登记簿', en: 'Registry' },
	profiles: { zh: '评分标准', en: 'Profiles' },
}
