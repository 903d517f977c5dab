/**
 * The whole as people use it, from outside: {@code ./run}, the interfaces over HTTP, the container files, the instructions. Start at {@code
 * WholeSystemIT}. Nothing here sees a class of the product; what it knows it knows from the documentation. What happens when everything fails at once: {@code fire}.
 */
@NullMarked
package io.dovira.system;

import org.jspecify.annotations.NullMarked;
