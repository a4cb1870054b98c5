import { Icon } from '../../components/Icon.tsx'
import { useWords } from '../../i18n/useWords.ts'
import { isAdmin } from '../settings/isAdmin.ts'
import { dataWords } from './dataWords.ts'

/** An EUI, 16 hexadecimal digits, is what a network server calls a device that has another id in the registry. */
const isEui = (device: string): boolean => /^[0-9a-f]{16}$/i.test(device)

/** A sewage station calls itself by 14 (2005) or 24 characters (from 2017 on), HJ 212. */
const isStationNumber = (device: string): boolean => /^(\d{14}|[0-9A-Z]{24})$/.test(device)

/** Leads to registering a device that nobody knows, with what is known of it; to others it says who can. */
export const RegisterLink = ({ device }: { device: string }) => {
	const t = useWords(dataWords)
	if (!isAdmin()) return <p class="small grey">{t.registerByAdmin}</p>
	const field = isEui(device) ? 'eui' : isStationNumber(device) ? 'mn' : 'id'
	return (
		<p>
			<a class="button-quiet" href={`/desk/settings/devices/add?${new URLSearchParams({ [field]: device })}`}>
				<Icon name="plus" />
				{t.register}
			</a>
		</p>
	)
}
