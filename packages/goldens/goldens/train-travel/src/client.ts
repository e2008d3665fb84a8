import {
  APIClient,
  bearer,
  type ClientDefinition,
  type ClientOptions,
  type Credential,
} from "@trunkline/runtime/client";
import { TrainTravelError } from "./errors.js";
import { Bookings } from "./resources/bookings.js";
import { Payments } from "./resources/payments.js";
import { Stations } from "./resources/stations.js";
import { Trips } from "./resources/trips.js";
import { VERSION } from "./version.js";

const definition: ClientDefinition = {
  name: "TrainTravel",
  userAgent: `trunkline-traintravel/${VERSION}`,
  environments: { production: "https://api.example.com" },
  schemes: { OAuth2: bearer({ option: "accessToken", env: "TRAIN_TRAVEL_ACCESS_TOKEN" }) },
  security: [["OAuth2"]],
  errors: { base: TrainTravelError },
};

export interface TrainTravelOptions extends ClientOptions {
  accessToken?: Credential | undefined;
  environment?: "production" | undefined;
}

export class TrainTravel extends APIClient<TrainTravelOptions> {
  readonly stations: Stations = new Stations(this);

  readonly trips: Trips = new Trips(this);

  readonly bookings: Bookings = new Bookings(this);

  readonly payments: Payments = new Payments(this);

  constructor(options: TrainTravelOptions = {}) {
    super(definition, options);
  }
}
