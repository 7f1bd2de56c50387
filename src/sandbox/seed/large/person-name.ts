const firstNames = (
  'Adele Akira Alma Amir Anika Anton Ariel Astrid Aurora Basil Beatrix Bela Bodil Boris Bruna Carmen Cecil Chiara Clemens Dalia ' +
  'Damian Dario Delia Dilan Edith Einar Elias Elif Enzo Erika Esther Ethan Fabio Farah Felix Filipa Flora Frida Gabriel Gemma ' +
  'Georg Gloria Greta Gustav Hakim Harriet Hector Helga Henrik Hilda Hugo Ibrahim Ida Ilona Imani Irene Isaac Ivana Jamal Jana ' +
  'Jasper Joanna Jorge Judith Kamal Karim Katya Klaus Lara Lars Leandro Lena Livia Lorenz Luisa Magnus Malik Manuel Marek Marina ' +
  'Martin Matilda Maxim Milan Mina Mira Nadine Naomi Nico Nina Noor Odette Olga Omar Oscar Paloma Pascal Petra Quentin Rafael ' +
  'Ragna Renata Ricardo Rosa Ruben Sabina Salma Selma Simon Stella Sven Tamara Tariq Teresa Tilda Tobias Ulrika Vera Victor Yara'
).split(' ');

const lastNames = (
  'Abbott Achebe Aguilar Ahlgren Akhtar Andersen Arslan Baptiste Barros Becker Benali Bergman Bianchi Blake Borg Botha Brennan Byström Calvo Cardoso ' +
  'Castellano Cohen Conti Correa Cruz Dahl Danso Demir Dietrich Dimitrov Doyle Dubois Eklund Engel Espinosa Fabre Faria Ferrari Fiedler Fischer ' +
  'Fonseca Forde Friis Gallo Garnier Georgiou Gomes Graf Greene Gruber Haas Hansen Hassan Heikkinen Hoffmann Horvat Ibarra Ikeda Iyer Jansen ' +
  'Jensen Jokinen Kapoor Kaufmann Keller Khalil Kimura Koch Kovacs Kruger Kumar Lambert Larsen Lehmann Lopez Lund Madsen Maier Mancini Marchetti ' +
  'Marsh Mbeki Meier Mendes Molina Moretti Mutasa Nagy Navarro Nilsson Nunez Okoye Olsen Ortega Palmer Pereira Quinn Ramos Ricci Rossi ' +
  'Sandberg Santos Schmitt Silva Sokolov Sorensen Suzuki Takahashi Torres Tran Urban Vargas Vogel Wagner Walsh Weber Winter Yamada Yilmaz Zhang'
).split(' ');

const middle = ['', ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** A name that stands for one number only (0 to 388,799), as long as nobody else is called so. */
export function personName(number: number): string {
  const { length } = firstNames;
  const turn = Math.floor(number / length);
  const first = firstNames[number % length] ?? '';
  // Neighbours differ in both names.
  const last = lastNames[(turn + number) % lastNames.length] ?? '';
  const initial = middle[Math.floor(turn / lastNames.length) % middle.length] ?? '';
  return [first, initial, last].filter((part) => part !== '').join(' ');
}
