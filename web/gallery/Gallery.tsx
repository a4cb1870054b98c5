import { Band } from '../components/Band.tsx'

export const Gallery = () => <Band band="good" />
