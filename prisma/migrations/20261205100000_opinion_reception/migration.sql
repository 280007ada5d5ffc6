-- A voter's opinion may say on which reception day it was heard.
ALTER TABLE voter_opinion ADD reception_id uuid;
SELECT app.record_points_to('voter_opinion', 'reception_id', 'reception');
