/**
 * What people say of the service: satisfaction, recommendation, comments, and how many of those who were asked said something. The fold keeps a cell for each
 * office, local day, service and channel; a share is claimed only from as many answers as the policy feedback-small-n demands. Start at {@link
 * io.dovira.query.feedback.FeedbackController}.
 *
 * <p>Rule: none of this is trust, which comes from independent surveys only (see {@code community}).
 */
@NullMarked
package io.dovira.query.feedback;

import org.jspecify.annotations.NullMarked;
