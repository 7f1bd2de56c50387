/**
 * What means "do not write to me again" where a sentence is nothing else, as `is-opt-out.ts` reduces it: small letters, no accents on Latin
 * ones, no apostrophes, hyphens as spaces, no politeness around it. What people also say of an order, a contract or a talk
 * ("stop my order", "darme de baja") is none of it.
 */
export const optOutPhrases: readonly RegExp[] = [
  // English
  /^(?:stop(?: all)?|stopall|stopp|unsubscribe(?: me)?(?: all| from (?:all|this|these|your|the)(?: (?:mailing|contact))?(?: (?:lists?|messages?|texts?))?)?|opt(?: me)? ?out|i opt out|(?:i want|i would like|id like) to (?:opt out|unsubscribe))$/,
  /^(?:stop|quit) (?:contacting|messaging|msg(?:ing)?|texting|writing(?: to)?|bothering|disturbing|spamming|pinging|harassing|annoying)(?: me| us)?$/,
  /^(?:stop|quit) sending(?: me| us)?(?: (?:any|more|these|those|this|your|the|such|further|all|of|kind))*(?: (?:messages?|texts?|spam|stuff|junk))?(?: to (?:me|us))?$/,
  /^(?:(?:i want )?no more|stop|no further)(?: (?:the|these|those|your|all|such|of|more))* (?:messages?|texts?|spam|messaging|texting|spamming)$/,
  /^(?:do not|dont|never)(?: ever)? (?:contact|message|text|bother|disturb|spam|ping|write|write to|send) (?:me|us)(?: (?:any|more|these|such))*(?: (?:messages?|texts?|spam))?$/,
  /^i (?:do not|dont|no longer) (?:want|wish|need|like)(?: (?:to|get|receive|have|any|more|these|those|your|such|further|of))* (?:messages?|texts?|spam)(?: from you)?$/,
  /^i (?:do not|dont|no longer) (?:want|wish|like) to be (?:contacted|messaged|texted|written to|bothered|disturbed)(?: by you)?$/,
  /^(?:leave|let) (?:me|us) (?:alone|in peace)$/,
  /^(?:remove me|(?:remove|take|delete) me (?:from|off)(?: of)? (?:your|the|this|that)(?: (?:mailing|contact|customer))? list)$/,
  // German
  /^(?:(?:mich )?ab(?:melden|bestellen)|abmeldung|abbestellung|(?:mich )?austragen|ich (?:mochte|will) mich abmelden|melde[nt]? (?:sie )?mich ab)$/,
  /^(?:aufhoe?ren|(?:hoe?rt?|hoe?ren sie)(?: bitte| endlich)* auf)(?: mir (?:(?:noch|immer|weiter|mehr|weitere) )*(?:nachrichten )?zu (?:schreiben|schicken|senden)| mich (?:anzuschreiben|zu (?:kontaktieren|storen|stoeren|belastigen|belaestigen)))?$/,
  /^(?:mir |mich |uns )?(?:nicht|nie|nichts) (?:mehr|wieder) (?:schreiben|schicken|senden|kontaktieren|anschreiben|storen|stoeren|belastigen|belaestigen)$/,
  /^(?:keine (?:weiteren nachrichten(?: mehr)?|nachrichten mehr)(?: von (?:ihnen|euch|dir))?(?: (?:schicken|senden|schreiben))?|nie (?:wieder|mehr) nachrichten)$/,
  /^kein(?:en)? (?:weiteren kontakt(?: mehr)?|kontakt mehr)$/,
  /^ich (?:mochte|moechte|will|wunsche|wuensche) keine (?:weiteren )?nachrichten(?: mehr)?(?: von (?:ihnen|euch|dir))?(?: (?:bekommen|erhalten|haben))?$/,
  /^ich (?:mochte|moechte|will) nicht (?:mehr|weiter) (?:kontaktiert|angeschrieben|gestort|gestoert|belastigt|belaestigt) werden$/,
  /^(?:schreib(?:e|t|en)?|kontaktier(?:e|t|en)?|schick(?:e|t|en)?|sende[nt]?|belastig(?:e|t|en)|belaestig(?:e|t|en))(?: sie)? (?:mir|mich|uns)(?: bitte)? (?:nicht|nie|nichts|keine)(?: nachrichten)? (?:mehr|wieder|weiteren nachrichten)(?: an)?$/,
  /^(?:lass|lasst|lassen sie) (?:mich|uns)(?: bitte| endlich)* in (?:ruhe|frieden)$/,
  // French
  /^(?:arrete[zr]?|(?:me )?desabonner|desabonnement|desabonne[zr]? moi|(?:me )?desinscrire|desinscription|desinscri(?:s|vez) moi)$/,
  /^(?:arrete[zr]?|cesse[zr]?) de (?:mecrire|me contacter|menvoyer (?:des|ces|vos|tous ces) messages|me deranger|me harceler|mimportuner)$/,
  /^(?:ne )?(?:mecri(?:s|vez)|me contacte[sz]?|menvoye[zr]|menvoies?|me derange[sz]?) (?:plus|plus jamais|jamais plus)(?: (?:de|aucun) messages?)?$/,
  /^ne (?:plus|plus jamais|jamais plus) (?:mecrire|me contacter|menvoyer de messages?|me deranger)$/,
  /^(?:(?:plus|plus aucun)(?: de)? messages?|stop (?:a la )?pub(?:licite)?s?)$/,
  /^je (?:ne (?:veux|souhaite|desire) plus|(?:veux|souhaite) plus recevoir)(?: (?:recevoir|avoir))?(?: (?:de|vos|ces|aucun))? messages?(?: de (?:votre|ta) part)?$/,
  /^je (?:ne )?(?:veux|souhaite|desire) (?:plus|pas) etre (?:contactee?|derangee?|sollicitee?)$/,
  /^laisse[zr]? (?:moi|nous) (?:tranquilles?|en paix)$/,
  // Spanish
  /^(?:paren?|basta|desuscribir(?:me)?|desuscribanme|(?:dar(?:me)?|den?me|dame) de baja de (?:los|estos|sus) mensajes)$/,
  /^no me (?:escriba[ns]?|contacte[ns]?|manden?|mandes|envien?|envies|molesten?|molestes)(?: (?:mas|nunca mas|ningun))?(?: mensajes?)?(?: (?:mas|nunca mas))?$/,
  /^no (?:quiero|deseo)(?: (?:recibir|tener))?(?: mas)? (?:sus )?mensajes(?: (?:mas|suyos|de ustedes))?$/,
  /^no (?:quiero|deseo) que me (?:escriban?|contacten?|molesten?|manden? mensajes|envien? mensajes)(?: mas)?$/,
  /^(?:no mas|ni un) (?:mensajes?|mensaje mas)$/,
  /^(?:deje|dejen|deja|dejad|pare|paren) de (?:escribirme|contactarme|(?:enviarme|mandarme)(?: (?:mas|estos))? mensajes|molestar(?:me)?|escribir)$/,
  /^(?:quiten?|quita|borren?|borra|saquen?|saca)me de (?:la|su|esta|tu) lista$/,
  /^(?:deje|dejen|deja|dejad)me(?: ya)? (?:en paz|tranquil[oa])$/,
  // Japanese, politeness around it left off
  /^(?:停止|(?:配信|送信|通知|連絡|メッセージ)(?:の|を)?(?:停止|解除|中止|拒否)|登録解除|購読解除|ストップ)$/,
  /^(?:(?:メッセージ|連絡|通知|送信|配信)(?:は|を|の送信は|の送信を)?)?(?:やめて|止めて|辞めて|やめろ|止めろ|ストップ)$/,
  /^(?:(?:メッセージ|連絡|通知)(?:は|を)?)?(?:送らないで|送ってこないで|連絡しないで)$/,
  /^(?:メッセージ|連絡|通知|配信)(?:は|も)?(?:不要|いりません|いらない|要りません|要らない|結構)$/,
  /^(?:放っておいて|ほっといて|ほうっておいて)$/,
];

/** The same where the whole message is nothing else: within a longer one they may be about something else. */
export const optOutMessages: ReadonlySet<string> = new Set([
  'arret',
  'parar',
  'baja',
  'alto',
  'sair',
  'afmelden',
  'стоп',
  'отписаться',
  '退订',
  '取消订阅',
  '중지',
  '수신거부',
]);

/**
 * What means it as an answer to our message, as US rules name it for text messages; said at another time, it may be to a menu, a flow or of
 * an order.
 */
export const optOutAnswers: ReadonlySet<string> = new Set([
  'cancel',
  'end',
  'quit',
  'revoke',
  'go away',
  'halt',
]);
