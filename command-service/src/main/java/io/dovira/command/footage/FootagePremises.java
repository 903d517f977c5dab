package io.dovira.command.footage;

import io.dovira.command.platform.Moment;
import io.dovira.events.footage.Camera;
import io.dovira.events.policies.PolicyBook;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a decision on a segment rests on, besides the segment.
 *
 * @param camera null if it is not known
 * @param zone of the office
 * @param subjectKnown whether what the command links to is in the log; true if it links to nothing
 * @param policies the rules for how long footage is kept
 */
public record FootagePremises(
        Moment moment, @Nullable Camera camera, ZoneId zone, boolean subjectKnown, PolicyBook policies) {}
