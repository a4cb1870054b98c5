import type { Channel } from '../../contract/alert/channel.ts'
import type { AlertMessage } from '../../contract/alert/message.ts'
import type { Courtyard, Village } from '../../contract/registry/registry.ts'
import { inChargeOn } from '../person/inCharge.ts'
import { inShanghai } from '../time/shanghai.ts'

type Places = { courtyards: ReadonlyMap<string, Courtyard>; villages: ReadonlyMap<string, Village> }

/**
 * The courtyard in which a test is heard: the first by id of those whose news the channel carries on a day. One is enough;
 * a whole township need not listen.
 */
export function testCourtyard({ for: audience }: Channel, places: Places, day: string): Courtyard | undefined {
	return [...places.courtyards.values()]
		.filter((courtyard) => {
			if ('courtyard' in audience) return courtyard.id === audience.courtyard
			if ('village' in audience) return courtyard.village === audience.village
			if ('township' in audience) return places.villages.get(courtyard.village)?.township === audience.township
			return inChargeOn(courtyard, day)?.id === audience.person
		})
		.toSorted((a, b) => (a.id < b.id ? -1 : 1))[0]
}

/**
 * A message that says of itself that it is a test. It is about no task.
 * @param by who tries the channel, by name
 */
export function testMessage({ name }: Channel, courtyard: string | undefined, by: string, now: number): AlertMessage {
	const at = inShanghai(now)
	return {
		...(courtyard === undefined ? {} : { courtyard }),
		text: {
			zh: `【测试】这是一条测试消息，没有发生任何问题，不用处理。\n“${name}”能收到绿色院落的提醒。\n${by} 于 ${at.zh} 发出。`,
			en: `[Test] This is only a test. Nothing has happened and there is nothing to do.\n"${name}" can be reached by Green Courtyard.\nSent by ${by}, ${at.en}.`,
		},
		spoken: {
			zh: '这是一次广播测试，没有发生任何问题，大家不用担心。',
			en: 'This is only a test of the loudspeaker. Nothing has happened.',
		},
		news: [],
		isTest: true,
	}
}
