/** Names and places that invented customers are put together from. Any likeness to a real person is chance. */
import type { Random } from '../random';

interface Country {
  code: string;
  language: string;
  currency: string;
  /** Calling code; numbers are made with 555 in them, which is nobody's line. */
  dial: string;
  cities: readonly [string, ...string[]];
  streets: readonly [string, ...string[]];
  given: readonly [string, ...string[]];
  family: readonly [string, ...string[]];
}

const COUNTRIES: readonly [Country, ...Country[]] = [
  country(
    'PT',
    'pt-PT',
    'EUR',
    '351',
    'Porto, Coimbra, Faro',
    'Rua do Sol, Avenida da Liberdade',
    'Inês, Tiago, Beatriz, Gonçalo',
    'Carvalho, Brandão, Simões, Antunes',
  ),
  country(
    'BR',
    'pt-BR',
    'BRL',
    '55',
    'Recife, São Paulo, Curitiba',
    'Rua Augusta, Rua Aurora',
    'Larissa, João, Thaís, Caio',
    'Nogueira, Araújo, Peixoto, Moraes',
  ),
  country(
    'ES',
    'es-ES',
    'EUR',
    '34',
    'Sevilla, Valencia, A Coruña',
    'Calle Mayor, Plaza Nueva',
    'Lucía, Íñigo, Begoña, Álvaro',
    'Ibáñez, Muñoz, Etxeberria, Peña',
  ),
  country(
    'MX',
    'es-MX',
    'MXN',
    '52',
    'Puebla, Mérida, Monterrey',
    'Calle Hidalgo, Avenida Juárez',
    'Ximena, Mateo, Itzel, Raúl',
    'Zavala, Quiroga, Ocampo, Treviño',
  ),
  country(
    'FR',
    'fr-FR',
    'EUR',
    '33',
    'Lyon, Nantes, Besançon',
    'Rue de la Paix, Quai Rambaud',
    'Élodie, Maxence, Anaïs, Benoît',
    'Lefèvre, Garnier, Delaunay, Rousseau',
  ),
  country(
    'DE',
    'de-DE',
    'EUR',
    '49',
    'Köln, Leipzig, Freiburg',
    'Lindenstraße, Am Markt',
    'Jürgen, Anneliese, Björn, Käthe',
    'Weiß, Schönberg, Krüger, Vogel',
  ),
  country(
    'PL',
    'pl-PL',
    'PLN',
    '48',
    'Łódź, Gdańsk, Kraków',
    'ulica Długa, Rynek Główny',
    'Łukasz, Agnieszka, Zbigniew, Małgorzata',
    'Wójcik, Śliwa, Dąbrowski, Żak',
  ),
  country(
    'TR',
    'tr-TR',
    'TRY',
    '90',
    'İzmir, Ankara, Eskişehir',
    'Çiçek Sokak, Bağdat Caddesi',
    'Ayşe, Çağlar, Işıl, Ömer',
    'Yılmaz, Öztürk, Şahin, Güneş',
  ),
  country(
    'GB',
    'en-GB',
    'GBP',
    '44',
    'Leeds, Cardiff, Glasgow',
    'Mill Lane, Station Road',
    'Imogen, Callum, Siân, Hamish',
    "O'Rourke, Pemberton, Llewellyn, MacBride",
  ),
  country(
    'US',
    'en-US',
    'USD',
    '1',
    'Portland, Tucson, Savannah',
    'Maple Avenue, 4th Street',
    'Aaliyah, Wyatt, Marisol, Desmond',
    'Castellanos, Whitfield, Nguyen, Abernathy',
  ),
  country(
    'NG',
    'en-NG',
    'NGN',
    '234',
    'Ibadan, Abuja, Enugu',
    'Awolowo Road, Marina Street',
    'Adaeze, Tunde, Ngozi, Emeka',
    'Adeyemi, Nwosu, Balogun, Eze',
  ),
  country(
    'KE',
    'en-KE',
    'KES',
    '254',
    'Nairobi, Kisumu, Nakuru',
    'Moi Avenue, Ngong Road',
    'Wanjiru, Otieno, Akinyi, Kiprono',
    'Kamau, Odhiambo, Cheruiyot, Mwangi',
  ),
  country(
    'VN',
    'vi-VN',
    'VND',
    '84',
    'Huế, Đà Nẵng, Cần Thơ',
    'Đường Lê Lợi, Phố Hàng Gai',
    'Thảo, Đức, Mỹ Linh, Quân',
    'Đặng, Phạm, Vũ, Hoàng',
  ),
  country(
    'CZ',
    'cs-CZ',
    'CZK',
    '420',
    'Brno, Plzeň, České Budějovice',
    'Dlouhá, Masarykova',
    'Jiří, Božena, Tomáš, Světlana',
    'Dvořák, Němcová, Říha, Černý',
  ),
];

export interface Person {
  given: string;
  family: string;
  /** Lower-case ASCII, such as `ines-carvalho`. */
  slug: string;
  country: Omit<Country, 'given' | 'family' | 'cities' | 'streets'>;
  address: { street: string; city: string; country: string };
  phone: string;
}

/** The `at`-th person: every 14 people live in 14 countries. */
export function personAt(at: number, random: Random): Person {
  const home = COUNTRIES[at % COUNTRIES.length] ?? COUNTRIES[0];
  const given = home.given[Math.floor(at / COUNTRIES.length) % home.given.length] ?? home.given[0];
  const family = random.pick(home.family);
  return {
    given,
    family,
    slug: slugOf(`${given}-${family}`),
    country: home,
    address: {
      street: `${random.pick(home.streets)} ${String(random.whole(1, 180))}`,
      city: random.pick(home.cities),
      country: home.code,
    },
    phone: `+${home.dial}555${String(random.whole(10_000, 99_999))}`,
  };
}

function slugOf(name: string): string {
  return name
    .replaceAll(/[đĐ]/g, 'd')
    .replaceAll(/[łŁ]/g, 'l')
    .replaceAll('ı', 'i')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z-]+/g, '');
}

function country(code: string, language: string, currency: string, dial: string, ...lists: string[]): Country {
  const [cities, streets, given, family] = lists.map(listOf);
  return {
    code,
    language,
    currency,
    dial,
    cities: cities ?? [''],
    streets: streets ?? [''],
    given: given ?? [''],
    family: family ?? [''],
  };
}

function listOf(text: string | undefined): [string, ...string[]] {
  const [first = '', ...rest] = (text ?? '').split(', ');
  return [first, ...rest];
}
