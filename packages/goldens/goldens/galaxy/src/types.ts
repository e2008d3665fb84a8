export interface User extends Credentials {
  id?: number | undefined;
  name?: string | undefined;
}

export interface UserInput extends CredentialsInput {
  name?: string | undefined;
}

export interface Credentials {
  email: string;
}

export interface CredentialsInput {
  email: string;
  password: string;
}

export interface Planet {
  id: number;
  name: string;
  description?: string | null | undefined;
  image?: string | null | undefined;
  creator?: User | undefined;
}

export interface PlanetInput {
  name: string;
  description?: string | null | undefined;
  image?: string | null | undefined;
  creator?: UserInput | undefined;
}

export interface BadRequestErrorModel {
  type?: string | undefined;
  title?: string | undefined;
  status?: number | undefined;
  detail?: string | undefined;
}

export interface ForbiddenError {
  type?: string | undefined;
  title?: string | undefined;
  status?: number | undefined;
  detail?: string | undefined;
}

export interface NotFoundErrorModel {
  type?: string | undefined;
  title?: string | undefined;
  status?: number | undefined;
  detail?: string | undefined;
}

export interface UnauthorizedError {
  type?: string | undefined;
  title?: string | undefined;
  status?: number | undefined;
  detail?: string | undefined;
}

export interface ScalarGalaxyWebhooks {
  newPlanet: Planet;
}
