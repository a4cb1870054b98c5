import { encode } from 'uqr'

/** An address to be photographed: black on white in every colour scheme, with the quiet zone that cameras need. */
export const QrCode = ({ text, label }: { text: string; label: string }) => {
	const { data, size } = encode(text, { ecc: 'M', border: 2 })
	const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : []))).join('')
	return (
		<svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
			<title>{label}</title>
			<rect width={size} height={size} fill="#fff" />
			<path d={path} fill="#000" />
		</svg>
	)
}
