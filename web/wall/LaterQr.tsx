import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

interface QrProps {
	readonly text: string
	readonly label: string
}

/** A QR code whose program (8 KB) comes after everything that people read. */
export const LaterQr = (props: QrProps) => {
	const [parts, setParts] = useState<{ readonly Qr: ComponentType<QrProps> }>()
	useEffect(() => {
		const keep = ({ QrCode }: { QrCode: ComponentType<QrProps> }): void => setParts({ Qr: QrCode })
		// Without it the address beside it still tells the way.
		import('../components/QrCode.tsx').then(keep, () => undefined)
	}, [])
	return parts === undefined ? <span class="qr" /> : <parts.Qr {...props} />
}
