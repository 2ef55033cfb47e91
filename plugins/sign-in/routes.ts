import type { Routes } from '#core/plugin.ts'
import { tokenRoutes } from './token/routes.ts'

export const routes: Routes = async api => {
  await api.register(tokenRoutes)
}
