export interface LinksSelf {
  self?: string | undefined;
}

export interface LinksPagination {
  next?: string | undefined;
  prev?: string | undefined;
}

export interface Problem {
  type?: string | undefined;
  title?: string | undefined;
  detail?: string | undefined;
  instance?: string | undefined;
  status?: number | undefined;
}

export interface Booking {
  id?: string | undefined;
  trip_id?: string | undefined;
  passenger_name?: string | undefined;
  has_bicycle?: boolean | undefined;
  has_dog?: boolean | undefined;
}

export interface NewBookingEvent extends Booking {
  links?: NewBookingEventLinks | undefined;
}

export type NewBookingEventLinks = LinksSelf & LinksPagination;

export interface TrainTravelWebhooks {
  newBooking: NewBookingEvent;
}
