import type { Routes } from '#core/plugin.ts'
import { deskRoutes } from './desk/routes.ts'
import { federationRoutes } from './oidc/routes.ts'
import { providerRoutes } from './oidc/provider-routes.ts'
import { passwordRoutes } from './password-routes.ts'
import { factorRoutes } from './factor/routes.ts'
import { proofRoutes } from './session/proof-routes.ts'
import { sessionRoutes } from './session/routes.ts'
import { tokenRoutes } from './token/routes.ts'

export const routes: Routes = async api => {
  await api.register(tokenRoutes)
  await api.register(factorRoutes)
  await api.register(proofRoutes)
  await api.register(sessionRoutes)
  await api.register(providerRoutes)
  await api.register(federationRoutes)
  await api.register(deskRoutes)
  await api.register(passwordRoutes)
}
