import { Agora } from "@trunkline/agora";
import { createApp } from "./app.ts";

// Reads AGORA_API_KEY. One client for the whole app: it keeps the token that the key is traded for.
const app = createApp(new Agora(), Number(process.env.CAMPAIGN));
app.listen(3000, () => console.log("http://localhost:3000"));
