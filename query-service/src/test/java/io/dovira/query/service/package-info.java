/** What tests of the whole service over HTTP share. */
@NullMarked
package io.dovira.query.service;

import org.jspecify.annotations.NullMarked;
